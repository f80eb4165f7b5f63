package dev.lockkeeper.domain.mirror;

/** What became of {@link MirroredLocks#claim}. */
public sealed interface ClaimOutcome {

    /** The intent is durable, and the caller holds it. */
    record Claimed(LockIntent intent) implements ClaimOutcome {}

    /** The same user has asked for the very same change already, and it is open; nothing was changed. */
    record Joined(IntentId open) implements ClaimOutcome {}

    /** Another change of the record's lock is open; nothing was changed. */
    record Busy(IntentId open, IntendedChange change) implements ClaimOutcome {}

    /** To be locked, the record has a lock already; nothing was changed. */
    record AlreadyHeld() implements ClaimOutcome {}

    /** To be released or changed, the record has no lock of this id; nothing was changed. */
    record NoSuchLock() implements ClaimOutcome {}

    /** The lock is not the caller's own, and the caller may change no other; nothing was changed. */
    record NotOwner() implements ClaimOutcome {}

    /** A rule alone holds the lock; nothing was changed. */
    record HeldByRule() implements ClaimOutcome {}
}
