package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.Client;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures for how long one process decides by what was before a change that another one has answered. Each change waits
 * until the one before has been seen.
 */
final class Staleness {

    private static final int CHANGES = 1_200;
    private static final int WARM_UPS = 200;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What is older is not answered. */
    private static final String WANTED = "p99 50 ms";

    private final Client changer;
    private final Client asker;
    private long due;
    private int atOnce;

    /** @param asker of another process than the one that makes the changes */
    Staleness(Client changer, Client asker) {
        this.changer = changer;
        this.asker = asker;
    }

    void measure(Figures figures) {
        try (Watcher watcher = new Watcher(asker)) {
            due = System.nanoTime();
            change(WARM_UPS, watcher);
            atOnce = 0;
            long askedBefore = watcher.asked();
            long began = System.nanoTime();
            Latencies stale = change(CHANGES, watcher);
            double seconds = (System.nanoTime() - began) / 1e9;
            figures.add(
                    "staleness in another process, %.0f changes and %,.0f decisions a second"
                            .formatted(CHANGES / seconds, (watcher.asked() - askedBefore) / seconds),
                    "p50 %.2f ms, p99 %.2f ms, max %.2f ms; seen at once: %,d of %,d; not known: %,d decisions"
                            .formatted(
                                    stale.millisAt(50),
                                    stale.millisAt(99),
                                    stale.millisAt(100),
                                    atOnce,
                                    CHANGES,
                                    watcher.notKnown()),
                    WANTED);
        }
    }

    private Latencies change(int changes, Watcher watcher) {
        Latencies stale = Latencies.none();
        for (int made = 0; made < changes; made += 2) {
            awaitTurn();
            HttpResponse<String> locked = expect(201, changer.lock(AskedDecisions.MODULE, Watcher.RECORD));
            record(watcher.changed("locked"), stale);
            awaitTurn();
            expect(200, changer.unlock(AskedDecisions.MODULE, Watcher.RECORD, Client.lockId(locked)));
            record(watcher.changed("not_locked"), stale);
        }
        return stale;
    }

    private void awaitTurn() {
        LockSupport.parkNanos(due - System.nanoTime());
        due = Math.max(due, System.nanoTime() - BETWEEN_CHANGES.toNanos()) + BETWEEN_CHANGES.toNanos();
    }

    private void record(CompletableFuture<Long> seen, Latencies stale) {
        try {
            long nanos = seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            stale.record(nanos);
            atOnce += nanos == 0 ? 1 : 0;
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException("A change was not seen", e);
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
