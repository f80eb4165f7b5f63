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
 * @param rule the rule that held the lock after the change, or before the unlocking; null when none did
 * @param cause why it happened
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
        @Nullable RuleId rule,
        Cause cause) {

    /** Why it happened. */
    public enum Cause {
        /** Somebody asked for it. */
        REQUEST,
        /** The module's rules, as they or the record changed. */
        RULES,
        /** The record is gone. */
        RECORD_DELETED,
        /** The module's configuration is gone. */
        CONFIGURATION_DELETED,
        /** It happened in the CRM, and was found there. */
        CRM
    }

    /** What happened. */
    public enum Kind {
        LOCKED,
        REASON_CHANGED,
        SOURCE_CHANGED,
        UNLOCKED
    }
}
