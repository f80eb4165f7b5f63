package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a record, as far as decisions show it.
 *
 * @param id null while the CRM that decides is being asked for it: until that is over the record counts as locked
 * @param lockedAt when it was taken, or asked for
 */
public record HeldLock(@Nullable LockId id, LockOrigin origin, Instant lockedAt) {

    /** Whether this actor holds the person's part of it. */
    public boolean isOwnedBy(Actor actor) {
        return switch (origin) {
            case LockOrigin.Manual(LockOrigin.ManualHold hold) -> owns(actor, hold);
            case LockOrigin.Both(LockOrigin.ManualHold hold, var _) -> owns(actor, hold);
            case LockOrigin.Automatic _ -> false;
        };
    }

    private static boolean owns(Actor actor, LockOrigin.ManualHold hold) {
        return actor.user() != null && actor.user().id().equals(hold.owner().id());
    }
}
