package dev.lockkeeper.domain.lock;

/**
 * The number of one change of one lock, in the order in which all changes of the store were committed. Without gaps,
 * from 1. A record's revisions only rise and survive its unlocking, so they serve as fencing tokens.
 *
 * <p>{@link #NONE} stands before the first change.
 */
public record Revision(long value) implements Comparable<Revision> {

    public static final Revision NONE = new Revision(0);

    public Revision {
        if (value < 0) {
            throw new IllegalArgumentException("A revision is not negative: " + value);
        }
    }

    public Revision next() {
        return new Revision(value + 1);
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
