package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who decides that a record is locked: the store of this service ({@link StoreAuthority}), or a CRM that it drives
 * ({@code CrmAuthority}).
 */
public interface LockAuthority {

    /** Under which configuration a module's records are locked. */
    Governing governing(CrmModule module);

    /**
     * Under which configuration a module's records are locked, as far as that is known without asking anybody, and only
     * where the store of this service decides. It may have been changed a moment ago.
     */
    Optional<LockingConfiguration> recalled(CrmModule module);

    /** Locks a record by hand; module, permission and reason have been checked. */
    LockRecord.Outcome lock(LockTarget target, User by, LockReason reason);

    /** Ends the person's part of a lock. */
    UnlockRecord.Outcome unlock(LockTarget target, ManualChange change);

    /** Gives the person's part of a lock another reason. */
    ChangeLockReason.Outcome changeReason(LockTarget target, ManualChange change, LockReason reason);

    /** A record's lock. */
    View view(RecordKey key);

    /**
     * Since when changes made elsewhere may not have been seen here: of one module, or of any.
     *
     * @param module null asks for all of them
     * @return empty when none are made elsewhere, or when that is not known
     */
    Optional<Instant> asOf(@Nullable CrmModule module);

    /** What the rules of a module's configuration are called. */
    Map<RuleId, String> ruleNames(CrmModule module);

    /** Whether a record is gone, of which somebody says so. */
    Gone gone(CrmModule module, RecordKey key);

    /** What {@link #governing} answers. */
    sealed interface Governing {}

    /**
     * The module has a configuration.
     *
     * @param asOf since when changes made elsewhere may not have been seen here; null when none are, or when that is
     *     not known
     */
    record Configured(
            ConfigurationId id, LockType lockType, @Nullable Instant asOf) implements Governing {}

    /** The module has no configuration. */
    record NotConfigured() implements Governing {}

    /** Nobody who knows can be asked just now. */
    record NotKnown() implements Governing {}

    /** What {@link #view} answers. */
    sealed interface View {}

    /**
     * What is known.
     *
     * @param locked null when the record has no lock
     */
    record Settled(@Nullable LockedRecord locked) implements View {}

    /** Somebody has asked for a lock, and whether the record has it now is not known. */
    record Unsettled() implements View {}

    /** What {@link #gone} answers. */
    enum Gone {
        /** Nothing speaks against it, and its lock, if it has one, may be ended here. */
        GONE,
        /** Who decides has no lock of it; none that is taken from now on is to be ended here. */
        GONE_THERE,
        /** Who decides says that it is locked, so it is there. */
        STILL_LOCKED,
        /** Who decides cannot be asked just now. */
        NOT_KNOWN
    }
}
