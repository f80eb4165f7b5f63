package dev.lockkeeper.domain.lock;

/** What became of {@link Locks#release} and {@link Locks#changeReason}. */
public sealed interface ChangeOutcome {

    /** The change is durable, under this revision. */
    record Changed(Revision revision) implements ChangeOutcome {}

    /** The record has no lock of this id; nothing was changed. */
    record NoSuchLock() implements ChangeOutcome {}

    /** The lock is not the caller's own, and the caller may change no other; nothing was changed. */
    record NotOwner() implements ChangeOutcome {}

    /** A rule alone holds the lock; nothing was changed. */
    record HeldByRule() implements ChangeOutcome {}
}
