package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does together what many callers ask for at the same time. One thread takes whatever is there as a batch, never waiting
 * for more, and what is asked meanwhile becomes the next one: so batches are as large as the load makes them.
 *
 * <p>Whoever asks while too many wait, or is not taken in time, is refused: memory is bounded, and nothing hangs.
 *
 * @param <Q> what is asked
 */
public final class Batcher<Q extends Asked<?>> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

    /** How often an idle thread looks whether it is over. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** A service that stops does not wait for longer until everybody is answered. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Limits limits;
    private final BatchObserver observer;
    private final Work<Q> work;
    private final LinkedBlockingQueue<Q> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean isOver;
    private @Nullable Thread worker;

    /**
     * What keeps it from growing.
     *
     * @param callers so many wait at most, those in the batch among them
     * @param batch so many are taken at once at most; half as many more when others were put off
     * @param longestWait so long one waits at most until it is taken
     */
    public record Limits(int callers, int batch, Duration longestWait) {

        /** All of them positive. */
        public Limits {
            if (callers < 1 || batch < 1 || !longestWait.isPositive()) {
                throw new IllegalArgumentException("Limits of batches have to be positive");
            }
        }

        /** However many are put off, so many others are taken: who all want the same must not keep everybody waiting. */
        private int leastTaken() {
            return (batch + 1) / 2;
        }
    }

    /** What is done with a batch. */
    @FunctionalInterface
    public interface Work<Q> {

        /**
         * Answers each of a batch, or has it fail.
         *
         * @param batch in the order in which they were asked
         * @return those that are put off: they come first in the next batch
         */
        List<Q> run(List<Q> batch);
    }

    private Batcher(Limits limits, BatchObserver observer, Work<Q> work) {
        this.limits = limits;
        this.observer = observer;
        this.work = work;
    }

    /** One that is at work, in a thread of this name. */
    public static <Q extends Asked<?>> Batcher<Q> start(
            String name, Limits limits, BatchObserver observer, Work<Q> work) {
        Batcher<Q> batcher = new Batcher<>(limits, observer, work);
        batcher.worker = Thread.ofPlatform().daemon().name(name).start(batcher::work);
        Thread.ofVirtual().name(name + "-watch").start(batcher::watch);
        return batcher;
    }

    /**
     * Asks, and waits until it is answered.
     *
     * @return the same, answered
     * @throws StoreUnavailable when too many wait, no batch takes it in time, or the store is away
     */
    public <T extends Q> T ask(T question) {
        put(question);
        question.await();
        return question;
    }

    /**
     * Asks; {@link Asked#stage} has the answer.
     *
     * @throws StoreUnavailable when too many wait
     */
    public void put(Q question) {
        if (inside.incrementAndGet() > limits.callers() || isOver) {
            inside.decrementAndGet();
            observer.refused();
            throw new StoreUnavailable(Step.NOT_TAKEN, new RejectedExecutionException("Too many wait"));
        }
        queue.add(question);
        if (isOver && question.giveUp() && queue.remove(question)) {
            inside.decrementAndGet();
        }
    }

    /** Looks after those who wait while a batch takes long. */
    private void watch() {
        while (!isOver || !queue.isEmpty()) {
            LockSupport.parkNanos(LOOK.toNanos());
            Q question = queue.peek();
            while (question != null && isTooOld(question)) {
                question.giveUp();
                if (queue.remove(question)) {
                    inside.decrementAndGet();
                }
                question = queue.peek();
            }
        }
    }

    private void work() {
        List<Q> putOff = List.of();
        while (!isOver || !putOff.isEmpty() || !queue.isEmpty()) {
            List<Q> batch = new ArrayList<>();
            try {
                gather(batch, putOff);
                putOff = batch.isEmpty() ? List.of() : run(batch);
            } catch (RuntimeException | Error e) {
                // Nobody is to wait for ever, whatever it was.
                LOG.error("A batch of {} failed", batch.size(), e);
                batch.forEach(question -> question.fail(e));
                inside.addAndGet(-batch.size());
                putOff = List.of();
            }
        }
    }

    private boolean isTooOld(Q question) {
        return System.nanoTime() - question.since() > limits.longestWait().toNanos();
    }

    /** What is put off, and as many of those who wait as fit; when there is neither, the first that comes. */
    private void gather(List<Q> batch, List<Q> putOff) {
        batch.addAll(putOff);
        List<Q> waiting = new ArrayList<>();
        Q first = putOff.isEmpty() ? poll() : null;
        if (first != null) {
            waiting.add(first);
        }
        queue.drainTo(waiting, Math.max(limits.leastTaken(), limits.batch() - putOff.size()) - waiting.size());
        for (Q question : waiting) {
            if (question.take()) {
                batch.add(question);
            } else {
                inside.decrementAndGet();
            }
        }
        long now = System.nanoTime();
        for (Q question : batch.subList(putOff.size(), batch.size())) {
            observer.waited(Duration.ofNanos(now - question.since()));
        }
    }

    private @Nullable Q poll() {
        try {
            return queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Nobody has this thread; whoever interrupts it wants it to end.
            isOver = true;
            return null;
        }
    }

    private List<Q> run(List<Q> batch) {
        long began = System.nanoTime();
        List<Q> putOff = new ArrayList<>(work.run(batch));
        observer.done(batch.size() - putOff.size(), Duration.ofNanos(System.nanoTime() - began));
        // Nothing of these was sent so far, however often they were put off.
        putOff.removeIf(question -> isTooOld(question) && question.failLate());
        inside.addAndGet(putOff.size() - batch.size());
        batch.clear();
        return putOff;
    }

    /** Refuses whatever is asked from here on, and waits for a moment until what was asked before is answered. */
    @Override
    public void close() {
        isOver = true;
        Thread working = worker;
        if (working != null) {
            try {
                working.join(CLOSING);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
