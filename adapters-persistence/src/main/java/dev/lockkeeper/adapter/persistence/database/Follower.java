package dev.lockkeeper.adapter.persistence.database;

import java.util.OptionalLong;

/** Whatever in this process follows what is committed, so that it can be decided by without asking the store. */
public interface Follower {

    /** Nothing in this process does. */
    Follower NONE = new Follower() {

        @Override
        public void await() {
            // Nobody decides by what is remembered.
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
        public OptionalLong identityVersion() {
            return OptionalLong.empty();
        }

        @Override
        public boolean hasLostTheStore() {
            return false;
        }
    };

    /**
     * Waits for a short while until all that is committed now is reflected by what this process remembers; if that takes
     * longer, nobody decides by it until then.
     */
    void await();

    /** Waits until no process decides any longer by what was committed before now. */
    void awaitEverywhere();

    /** Has nobody decide by what this process remembers until all that is committed now is reflected by it. */
    void owe();

    /** How often users, profiles or tokens were changed so far; empty when that is not known for sure. */
    OptionalLong identityVersion();

    /** Whether the store has been away for so long that nobody decides by what this process remembers. */
    boolean hasLostTheStore();
}
