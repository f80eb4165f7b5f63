package dev.lockkeeper.adapter.persistence.database;

import java.util.Optional;

/** Whatever in this process follows what is committed, so that it can be decided by without asking the store. */
public interface Follower {

    /** Nothing in this process does. */
    Follower NONE = new Follower() {

        @Override
        public boolean take(CommittedLocks locks) {
            // Nobody decides by what is remembered.
            return true;
        }

        @Override
        public void await() {
            // As above.
        }

        @Override
        public void awaitEverywhere() {
            // As above.
        }

        @Override
        public void owe() {
            // As above.
        }

        @Override
        public Optional<State> identities() {
            return Optional.empty();
        }

        @Override
        public Optional<State> configurations() {
            return Optional.empty();
        }

        @Override
        public boolean hasLostTheStore() {
            return false;
        }
    };

    /**
     * Takes over locks that this process has committed, without reading them.
     *
     * @return false when they do not follow what is remembered: it does not reflect them yet
     */
    boolean take(CommittedLocks locks);

    /**
     * Waits for a short while until all that is committed now is reflected by what this process remembers; if that takes
     * longer, nobody decides by it until then.
     */
    void await();

    /** Waits until no process decides any longer by what was committed before now. */
    void awaitEverywhere();

    /** Has nobody decide by what this process remembers until all that is committed now is reflected by it. */
    void owe();

    /** Which users, profiles and tokens there are; empty when that is not known for sure. */
    Optional<State> identities();

    /** Which configurations of modules there are; empty when that is not known for sure. */
    Optional<State> configurations();

    /**
     * One state of what the store has.
     *
     * @param beginning how often everything was read anew: a server that lacks the latest changes gives their versions again
     * @param version how often it was changed so far
     */
    record State(long beginning, long version) {}

    /** Whether the store has been away for so long that nobody decides by what this process remembers. */
    boolean hasLostTheStore();
}
