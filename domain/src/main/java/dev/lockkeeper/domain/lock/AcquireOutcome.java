package dev.lockkeeper.domain.lock;

/** What became of {@link Locks#acquire}. */
public sealed interface AcquireOutcome {

    /** The record is locked, durably. */
    record Acquired(RecordLock lock) implements AcquireOutcome {}

    /** The record has a lock already; nothing was changed. */
    record AlreadyHeld() implements AcquireOutcome {}

    /** The configuration is no longer there; nothing was changed. */
    record ConfigurationGone() implements AcquireOutcome {}
}
