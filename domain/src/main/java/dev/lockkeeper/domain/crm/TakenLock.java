package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import java.time.Instant;

/**
 * A lock that the CRM has just given.
 *
 * @param by the user of the CRM on whose behalf this service calls
 * @param at by the CRM's clock, in whole seconds
 */
public record TakenLock(LockId id, UserRef by, Instant at) {}
