package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Instant;

/**
 * An active lock of one record: the aggregate of this service. Immutable; it ends by leaving the store.
 *
 * @param id Zoho's id of the locking information
 * @param key the locked record
 * @param origin who or what holds it
 * @param configuration the module's configuration under which it was taken
 * @param lockedAt when, in microseconds
 * @param revision its latest change
 */
public record RecordLock(
        LockId id,
        RecordKey key,
        LockOrigin origin,
        ConfigurationId configuration,
        Instant lockedAt,
        Revision revision) {

    public boolean isOwnedBy(UserId user) {
        return origin.manual().filter(hold -> hold.owner().id().equals(user)).isPresent();
    }

    /**
     * Whether {@code user} may change or remove this lock by hand: what Zoho answers as {@code $editable}. A rule's
     * lock nobody may; a person's its owner, and whoever has the permission to lock.
     */
    public boolean isEditableBy(User user) {
        return origin.manual().isPresent() && (isOwnedBy(user.id()) || user.may(Permission.LOCK));
    }
}
