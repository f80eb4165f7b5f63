package dev.lockkeeper.domain.mirror;

/** The id of a {@link LockIntent}. */
public record IntentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
