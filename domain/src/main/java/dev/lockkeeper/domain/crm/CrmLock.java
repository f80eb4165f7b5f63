package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import java.time.Instant;

/**
 * A lock as the CRM has it.
 *
 * @param origin whose owner is a user of the CRM
 * @param lockedAt by the CRM's clock, in whole seconds
 */
public record CrmLock(LockId id, LockOrigin origin, ConfigurationId configuration, Instant lockedAt) {}
