package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.lock.Revision;

/** What became of {@link MirroredLocks#observe}. */
public sealed interface ObserveOutcome {

    /** Both sides agree; nothing was changed. */
    record Same() implements ObserveOutcome {}

    /**
     * They differed, and now agree.
     *
     * @param latest the latest revision of the record
     */
    record Adopted(Difference difference, Revision latest) implements ObserveOutcome {}

    /** The record has been changed through this service since, or is about to be; nothing was changed. */
    record Outdated() implements ObserveOutcome {}

    /** How the two sides differed. */
    enum Difference {
        /** The CRM has a lock that was not known here. */
        LOCKED,
        /** The CRM has no lock any more where one was known here. */
        UNLOCKED,
        /** The CRM has another lock than was known here. */
        REPLACED,
        /** It is the same lock, with another reason or held by others. */
        CHANGED
    }
}
