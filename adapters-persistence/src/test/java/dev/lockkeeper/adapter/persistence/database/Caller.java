package dev.lockkeeper.adapter.persistence.database;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody who asks for something, in a thread of its own. */
public record Caller<T>(FutureTask<T> task, Thread thread) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One that has begun. */
    public static <T> Caller<T> start(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        return new Caller<>(task, Thread.ofVirtual().start(task));
    }

    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    /** One that waits in a queue. */
    public static <T> Caller<T> queued(Callable<T> call) {
        Caller<T> caller = start(call);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!WAITING.contains(caller.thread.getState())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It does not wait, but is " + caller.thread.getState());
            }
            Thread.onSpinWait();
        }
        return caller;
    }

    /** What it was answered. */
    public T answer() throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** What it failed with. */
    public Throwable failure() throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("It was answered " + answer());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
