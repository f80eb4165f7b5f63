package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.LockId;
import org.jspecify.annotations.Nullable;

/** What a caller asked of one record's lock. */
public sealed interface Call {

    /**
     * The record is to be locked.
     *
     * @param owner null where a rule alone takes it
     * @param reason null where a rule alone takes it
     * @param byRule whether a rule takes it
     * @param inForce whether the configuration is in force under which it is to be locked
     */
    record Acquire(@Nullable Long owner, @Nullable String reason, boolean byRule, boolean inForce) implements Call {

        /** A person locks it. */
        public Acquire(long owner, String reason) {
            this(owner, reason, false, true);
        }
    }

    /** The person's part of a lock is to end. */
    record Release(LockId lock, long by, boolean ownOnly) implements Call {}

    /** The person's part of a lock is to get another reason. */
    record ChangeReason(LockId lock, long by, boolean ownOnly, String reason) implements Call {}

    /** The lock is to be shown. */
    record Find() implements Call {}
}
