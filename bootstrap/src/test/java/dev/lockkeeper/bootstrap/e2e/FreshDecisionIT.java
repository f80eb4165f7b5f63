package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A decision knows of a lock, and of its end, the moment after it was answered. */
class FreshDecisionIT {

    private static final int ROUNDS = 10_000;
    private static final int CALLERS = 16;

    /** Where a machine stands still for half a second it may say that it does not know, which is not wrong. */
    private static final int MOST_TIMES_NOT_KNOWN = ROUNDS / 50;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final List<ServiceProcess> SERVICES = new ArrayList<>();

    private final AtomicInteger notKnown = new AtomicInteger();

    @BeforeAll
    static void start() {
        for (int i = 0; i < 2; i++) {
            SERVICES.add(ServiceProcess.builder()
                    .on(DATABASE)
                    .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "0")
                    .start());
        }
        Given.configuration(SERVICES.getFirst().client(), "Leads", "manual");
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(ServiceProcess::close);
    }

    private static Client client(int service) {
        return SERVICES.get(service).client().unchecked();
    }

    private static String revision(HttpResponse<String> answer) {
        return answer.headers().firstValue("Lockkeeper-Revision").orElseThrow();
    }

    @Test
    void isNeverStaleThroughTheProcessThatMadeTheChange() throws Exception {
        race(1_000_000, client(0), new Decisions(client(0)), false);
    }

    @Test
    void isNeverStaleThroughAnotherProcessThatIsHandedTheRevision() throws Exception {
        race(2_000_000, client(0), new Decisions(client(1)), true);
    }

    private void race(long first, Client locker, Decisions decisions, boolean hands) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                long record = first + caller;
                calls.add(() -> lockAndUnlock(record, locker, decisions, hands));
            }
            for (Future<Void> one : threads.invokeAll(calls)) {
                one.get();
            }
        }
        assertThat(notKnown.get()).isLessThan(MOST_TIMES_NOT_KNOWN);
    }

    private Void lockAndUnlock(long record, Client locker, Decisions decisions, boolean hands) {
        for (int i = 0; i < ROUNDS / CALLERS; i++) {
            HttpResponse<String> locked = locker.lock("Leads", record);
            assertThat(locked.statusCode()).as(locked.body()).isEqualTo(201);
            assertThat(decided(record, decisions, hands ? revision(locked) : null))
                    .isEqualTo("locked");

            HttpResponse<String> unlocked = locker.unlock("Leads", record, Client.lockId(locked));
            assertThat(unlocked.statusCode()).as(unlocked.body()).isEqualTo(200);
            assertThat(decided(record, decisions, hands ? revision(unlocked) : null))
                    .isEqualTo("not_locked");
        }
        return null;
    }

    private String decided(long record, Decisions decisions, @Nullable String revision) {
        HttpResponse<String> answer = ask(record, decisions, revision);
        if (answer.statusCode() == 503) {
            notKnown.incrementAndGet();
            answer = Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ask(record, decisions, revision), later -> later.statusCode() != 503);
        }
        return Decisions.reason(answer);
    }

    private static HttpResponse<String> ask(long record, Decisions decisions, @Nullable String revision) {
        return revision == null ? decisions.update(record) : decisions.update(record, revision);
    }
}
