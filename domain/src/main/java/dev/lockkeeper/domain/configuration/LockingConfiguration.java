package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.UserRef;
import java.time.Instant;

/**
 * How the records of one module may be locked. A module has at most one; without one its records cannot be locked.
 *
 * @param version rises by one with each change
 * @param systemDefined whether it is the system's own, which nobody may change or delete
 */
public record LockingConfiguration(
        ConfigurationId id,
        ModuleId module,
        long version,
        LockingPolicy policy,
        boolean systemDefined,
        Edit created,
        Edit modified) {

    /** Zoho's {@code feature_type} of all configurations of this kind. */
    public static final String FEATURE_TYPE = "record_locking";

    /** Who did something to it, and when. */
    public record Edit(UserRef by, Instant at) {}

    /** Who may lock the module's records. */
    public LockType lockType() {
        return policy.lockType();
    }

    /** Which state of the rules this is. */
    public RulesVersion rulesVersion() {
        return new RulesVersion(id, version);
    }
}
