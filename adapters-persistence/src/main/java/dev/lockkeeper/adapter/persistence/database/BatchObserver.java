package dev.lockkeeper.adapter.persistence.database;

import java.time.Duration;

/** Whoever wants to know how a {@link Batcher} fares. Called on the thread that does the work, so it has to be quick. */
public interface BatchObserver {

    /** Nobody. */
    BatchObserver NONE = new BatchObserver() {

        @Override
        public void waited(Duration time) {
            // Nobody wants to know.
        }

        @Override
        public void done(int size, Duration time) {
            // As above.
        }

        @Override
        public void refused() {
            // As above.
        }
    };

    /** Somebody waited for so long until a batch had the question. */
    void waited(Duration time);

    /**
     * A batch is done: everybody in it has an answer or a failure of the store.
     *
     * @param size how many were in it
     * @param time what it took, to the commit
     */
    void done(int size, Duration time);

    /** Somebody was refused because too many wait already. */
    void refused();
}
