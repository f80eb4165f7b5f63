package dev.lockkeeper.domain.lock;

/** What became of {@link Locks#acquire}. */
public sealed interface AcquireOutcome {

    /** The record is locked, durably. */
    record Acquired(RecordLock lock) implements AcquireOutcome {}

    /** The record has a lock already; nothing was changed. */
    record AlreadyHeld() implements AcquireOutcome {}

    /** The configuration has been changed or deleted; nothing was changed. */
    record ConfigurationChanged() implements AcquireOutcome {}
}
