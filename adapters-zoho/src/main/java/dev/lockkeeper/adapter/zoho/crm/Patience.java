package dev.lockkeeper.adapter.zoho.crm;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long a call may still wait before it is sent, whatever for. */
final class Patience {

    private final long end;

    Patience(Duration longest) {
        this.end = System.nanoTime() + longest.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /**
     * Waits for between half of this time and all of it.
     *
     * @return whether it waited; not when there is no time left for it, or the thread is interrupted
     */
    boolean pause(Duration most) {
        long nanos = ThreadLocalRandom.current().nextLong(most.toNanos() / 2, most.toNanos());
        if (nanos >= left().toNanos()) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
