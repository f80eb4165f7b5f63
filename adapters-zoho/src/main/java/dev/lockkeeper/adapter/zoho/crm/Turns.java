package dev.lockkeeper.adapter.zoho.crm;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may call Zoho now. Background work lets those go first for whom somebody waits, and has half of the turns at most,
 * but one at the least.
 */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int limit = 1;
    private int taken;
    private int takenInBackground;
    private int waitingInFront;
    private int waiting;

    /** How many there are at once from now on; those that are out already stay out. */
    void limit(int atOnce) {
        lock.lock();
        try {
            limit = atOnce;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a turn came in time, which is to be given back. */
    boolean take(boolean background, Duration longest) {
        lock.lock();
        try {
            waiting++;
            waitingInFront += background ? 0 : 1;
            try {
                long left = longest.toNanos();
                while (!isFree(background)) {
                    if (left <= 0) {
                        return false;
                    }
                    left = changed.awaitNanos(left);
                }
                taken++;
                takenInBackground += background ? 1 : 0;
                return true;
            } finally {
                waiting--;
                waitingInFront -= background ? 0 : 1;
                changed.signalAll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(boolean background) {
        lock.lock();
        try {
            taken--;
            takenInBackground -= background ? 1 : 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFree(boolean background) {
        return taken < limit && (!background || (waitingInFront == 0 && takenInBackground < Math.max(1, limit / 2)));
    }

    int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }

    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
