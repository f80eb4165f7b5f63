package dev.lockkeeper.adapter.persistence.decision;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Who reads and who waits for it: one thread takes turn after turn, with a pause in between unless somebody asks for a
 * turn, and any number wait until a turn has brought about what they wait for.
 */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private boolean isAsked;
    private boolean isOver;

    /** Begins a turn: whoever asked before gets this one, whoever asks from now on the next. */
    void begin() {
        lock.lock();
        try {
            isAsked = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a turn, and waits until there is reason for the next. */
    void end(Duration pause) {
        lock.lock();
        try {
            ended.signalAll();
            long left = pause.toNanos();
            while (!isAsked && !isOver && left > 0) {
                left = asked.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            isOver = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody asks for a turn, or it is over. */
    void awaitAsked() {
        lock.lock();
        try {
            while (!isAsked && !isOver) {
                asked.await();
            }
        } catch (InterruptedException _) {
            isOver = true;
        } finally {
            lock.unlock();
        }
    }

    /** Asks for a turn that begins after this. */
    void ask() {
        lock.lock();
        try {
            isAsked = true;
            asked.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something is the case, asking for one turn: the next ones come by themselves.
     *
     * @return false when it was not in time
     */
    boolean await(BooleanSupplier reached, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            boolean isReached = reached.getAsBoolean();
            if (!isReached) {
                isAsked = true;
                asked.signal();
            }
            while (!isReached && !isOver && left > 0) {
                left = ended.awaitNanos(left);
                isReached = reached.getAsBoolean();
            }
            return isReached;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Has no turn follow. */
    void stop() {
        lock.lock();
        try {
            isOver = true;
            asked.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean areOver() {
        lock.lock();
        try {
            return isOver;
        } finally {
            lock.unlock();
        }
    }

    /** Lets this much time pass, or less when it is over. */
    void pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!isOver && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
