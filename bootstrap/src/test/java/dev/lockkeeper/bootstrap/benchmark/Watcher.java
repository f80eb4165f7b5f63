package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.Decisions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the decision on one record, as fast as it is answered over one connection, and notes when changes of it are
 * seen. It hands over no revision, so that what it is told may be stale.
 */
final class Watcher implements AutoCloseable {

    static final long RECORD = 500_000;

    private static final String NOT_KNOWN = "503";

    private final Decisions decisions;
    private final AtomicReference<@Nullable Change> latest = new AtomicReference<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong notKnown = new AtomicLong();
    private final Thread thread;
    private volatile boolean over;

    private record Change(String reason, long answered, CompletableFuture<Long> seen) {}

    /** Begins to ask. */
    Watcher(Client client) {
        this.decisions = new Decisions(client);
        this.thread = Thread.ofPlatform().name("watcher").start(this::watch);
    }

    /**
     * Tells it of a change that has just been answered.
     *
     * @param reason why decisions are now as they are
     * @return the nanoseconds until an answer was right; none when the first one that was asked for from now on is
     */
    CompletableFuture<Long> changed(String reason) {
        Change change = new Change(reason, System.nanoTime(), new CompletableFuture<>());
        latest.set(change);
        return change.seen();
    }

    private void watch() {
        Change missed = null;
        while (!over) {
            Change change = latest.get();
            String reason = ask();
            if (change != null && !change.seen().isDone()) {
                if (reason.equals(change.reason())) {
                    change.seen().complete(change.equals(missed) ? System.nanoTime() - change.answered() : 0);
                }
                missed = change;
            }
        }
    }

    private String ask() {
        String reason = Decisions.reason(decisions.update(RECORD));
        asked.incrementAndGet();
        if (reason.startsWith(NOT_KNOWN)) {
            notKnown.incrementAndGet();
        }
        return reason;
    }

    /** How often it has asked so far. */
    long asked() {
        return asked.get();
    }

    /** How often it was told that nobody knows. */
    long notKnown() {
        return notKnown.get();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
