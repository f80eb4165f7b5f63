package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.Revision;
import org.jspecify.annotations.Nullable;

/** What a caller was answered. Where a revision is not told, it is {@link Revision#NONE}. */
public sealed interface Answer {

    /** The caller has the lock now. */
    record Acquired(LockId lock, Revision revision) implements Answer {}

    /** The lock was changed, or has ended. */
    record Changed(Revision revision) implements Answer {}

    /** The record has this lock. */
    record Shown(LockId lock, @Nullable String reason) implements Answer {}

    /** The record has no lock. */
    record NotLocked() implements Answer {}

    /** Nothing was changed. */
    enum Refused implements Answer {
        ALREADY_HELD,
        CONFIGURATION_CHANGED,
        NO_SUCH_LOCK,
        NOT_OWNER,
        HELD_BY_RULE
    }

    /** The revision of the change that was made; {@link Revision#NONE} when none was, or it is not told. */
    default Revision revision() {
        return Revision.NONE;
    }
}
