package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a mirrored lock, with one event in the history. {@link LockSteps} says which are to be taken. */
public sealed interface LockStep {

    /** Who did it; null when that is not known, or a rule did. */
    @Nullable
    UserRef by();

    /** Why it happened. */
    LockEvent.Cause cause();

    /** A record without a lock gets this one. */
    record Taken(
            LockId id,
            LockOrigin origin,
            ConfigurationId configuration,
            Instant lockedAt,
            @Nullable UserRef by,
            LockEvent.Cause cause)
            implements LockStep {}

    /** The record's lock is held by others from now on, or for another reason. */
    record Became(
            LockOrigin origin,
            LockEvent.Kind kind,
            @Nullable UserRef by,
            LockEvent.Cause cause) implements LockStep {}

    /** The record's lock ends. */
    record Ended(@Nullable UserRef by, LockEvent.Cause cause) implements LockStep {}
}
