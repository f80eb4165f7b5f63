package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What somebody wants to do to an existing lock by hand.
 *
 * <p>With the permission to lock, one may change anybody's manual lock; without it, one's own alone.
 */
public record ManualChange(RecordKey key, LockId lock, User by, Instant at) {

    public ManualChange {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the change is allowed on the caller's own lock only. */
    public boolean ownOnly() {
        return !by.may(Permission.LOCK);
    }
}
