package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;

/** What the CRM is to be asked for. */
public sealed interface IntendedChange {

    /**
     * A lock of a record that has none.
     *
     * @param configuration under which it is asked for
     */
    record Take(LockReason reason, ConfigurationId configuration) implements IntendedChange {}

    /** The end of the person's part of a lock. */
    record Release(LockId lock) implements IntendedChange {}

    /** Another reason for the person's part of a lock. */
    record ChangeReason(LockId lock, LockReason reason) implements IntendedChange {}
}
