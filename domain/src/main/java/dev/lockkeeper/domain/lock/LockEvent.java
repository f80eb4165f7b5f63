package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the append-only history: what happened to a record's lock. It survives the lock.
 *
 * @param by who did it; null when a rule did
 * @param reason the person's reason as it stood after the change, or before the unlocking; null when a rule alone held
 *     the lock
 * @param source the source as it stood after the change, or before the unlocking
 * @param rule the rule that held the lock, if any
 */
public record LockEvent(
        Revision revision,
        Kind kind,
        RecordKey key,
        LockId lock,
        Instant at,
        @Nullable UserRef by,
        @Nullable LockReason reason,
        LockSource source,
        @Nullable RuleId rule) {

    /** What happened. */
    public enum Kind {
        LOCKED,
        REASON_CHANGED,
        SOURCE_CHANGED,
        UNLOCKED
    }
}
