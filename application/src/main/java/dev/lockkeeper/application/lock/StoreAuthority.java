package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store of this service decides. */
public final class StoreAuthority implements LockAuthority {

    private final Configurations configurations;
    private final Locks locks;
    private final Clock clock;

    public StoreAuthority(Configurations configurations, Locks locks, Clock clock) {
        this.configurations = configurations;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public Governing governing(CrmModule module) {
        return current(module)
                .<Governing>map(configuration -> new Configured(configuration.id(), configuration.lockType(), null))
                .orElseGet(NotConfigured::new);
    }

    /** What is recalled speaks for a lock only: nobody is refused because of what may have changed since. */
    @Override
    public Optional<LockingConfiguration> recalled(CrmModule module) {
        return configurations.recall(module.id()).filter(StoreAuthority::allowsManualLocks);
    }

    private Optional<LockingConfiguration> current(CrmModule module) {
        return recalled(module).or(() -> configurations.find(module.id()));
    }

    private static boolean allowsManualLocks(LockingConfiguration configuration) {
        return configuration.lockType().allowsManualLocks();
    }

    @Override
    public LockRecord.Outcome lock(LockTarget target, User by, LockReason reason) {
        LockOrigin origin = new LockOrigin.Manual(by.ref(), reason);
        Optional<LockingConfiguration> under = current(target.module());
        while (under.filter(StoreAuthority::allowsManualLocks).isPresent()) {
            RulesVersion state = under.get().rulesVersion();
            switch (locks.acquire(new NewLock(target.key(), origin, state, clock.instant()))) {
                case AcquireOutcome.Acquired(RecordLock acquired) -> {
                    return new LockRecord.Locked(acquired);
                }
                case AcquireOutcome.AlreadyHeld() -> {
                    return new LockRecord.AlreadyLocked();
                }
                // Another state each time: each repetition means that somebody has changed it meanwhile.
                case AcquireOutcome.ConfigurationChanged() ->
                    under = configurations
                            .find(target.key().module())
                            .filter(found -> !found.rulesVersion().equals(state));
            }
        }
        return under.isPresent() ? new LockRecord.AutomaticOnly() : TargetRefusal.NO_CONFIGURATION;
    }

    @Override
    public UnlockRecord.Outcome unlock(LockTarget target, ManualChange change) {
        return unlocked(change.lock(), locks.release(change));
    }

    static UnlockRecord.Outcome unlocked(LockId lock, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(Revision revision) -> new UnlockRecord.Unlocked(lock, revision);
            case ChangeOutcome.NoSuchLock() -> new UnlockRecord.NoSuchLock();
            case ChangeOutcome.NotOwner() -> new UnlockRecord.NotPermitted();
            case ChangeOutcome.HeldByRule() -> new UnlockRecord.HeldByRule();
        };
    }

    @Override
    public ChangeLockReason.Outcome changeReason(LockTarget target, ManualChange change, LockReason reason) {
        return changed(change.lock(), locks.changeReason(change, reason));
    }

    static ChangeLockReason.Outcome changed(LockId lock, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(Revision revision) -> new ChangeLockReason.Changed(lock, revision);
            case ChangeOutcome.NoSuchLock() -> new ChangeLockReason.NoSuchLock();
            case ChangeOutcome.NotOwner() -> new ChangeLockReason.NotPermitted();
            case ChangeOutcome.HeldByRule() -> new ChangeLockReason.HeldByRule();
        };
    }

    @Override
    public View view(RecordKey key) {
        return new Settled(locks.find(key).orElse(null));
    }

    @Override
    public Optional<Instant> asOf(@Nullable CrmModule module) {
        return Optional.empty();
    }

    @Override
    public Map<RuleId, String> ruleNames(CrmModule module) {
        return configurations.find(module.id()).map(StoreAuthority::ruleNames).orElse(Map.of());
    }

    /** What the rules of a configuration are called. */
    public static Map<RuleId, String> ruleNames(LockingConfiguration configuration) {
        return configuration.policy().rules().stream().collect(Collectors.toMap(LockingRule::id, LockingRule::name));
    }

    @Override
    public Gone gone(CrmModule module, RecordKey key) {
        return Gone.GONE;
    }
}
