package dev.lockkeeper.bootstrap.benchmark;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** When requests are due, in nanoseconds from the beginning of a round. */
sealed interface Pace {

    /** Nothing is due from here on. */
    long end();

    /** When the next request is due; from {@link #end} on, none is. */
    long next(long now);

    /** The request that was due next has been sent. */
    void sent();

    /** Whether what is answered at this moment belongs to the round. */
    boolean counts(long answered);

    /** How long the round was, the last answer having come at this moment. */
    long took(long lastAnswer);

    /** Each connection's next request is due as soon as the one before has been answered. */
    record AsAnswered(long end) implements Pace {

        AsAnswered(Duration time) {
            this(time.toNanos());
        }

        @Override
        public long next(long now) {
            return now;
        }

        @Override
        public void sent() {
            // Nothing has been fixed in advance.
        }

        @Override
        public boolean counts(long answered) {
            return answered < end;
        }

        @Override
        public long took(long lastAnswer) {
            return end;
        }
    }

    /**
     * Requests are due at times that are fixed in advance, whatever becomes of those before: so many a second on average,
     * as far from each other as calls of many callers who know nothing of each other, which is how pgbench spaces its
     * transactions as well. What is answered later than the end counts too.
     */
    final class AtRate implements Pace {

        private final SplittableRandom random = new SplittableRandom();
        private final double meanGap;
        private final long end;
        private double next;

        AtRate(double perSecond, Duration time) {
            this.meanGap = TimeUnit.SECONDS.toNanos(1) / perSecond;
            this.end = time.toNanos();
            sent();
        }

        @Override
        public long end() {
            return end;
        }

        @Override
        public long next(long now) {
            return (long) next;
        }

        @Override
        public void sent() {
            next -= meanGap * Math.log1p(-random.nextDouble());
        }

        @Override
        public boolean counts(long answered) {
            return true;
        }

        @Override
        public long took(long lastAnswer) {
            return Math.max(end, lastAnswer);
        }
    }
}
