package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
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
        return configurations
                .find(module.id())
                .<Governing>map(configuration -> new Configured(configuration.id(), configuration.lockType(), null))
                .orElseGet(NotConfigured::new);
    }

    @Override
    public LockRecord.Outcome lock(LockTarget target, User by, LockReason reason) {
        NewLock lock = new NewLock(
                target.key(),
                new LockOrigin.Manual(by.ref(), reason),
                target.configuration().id(),
                clock.instant());
        return switch (locks.acquire(lock)) {
            case AcquireOutcome.Acquired(RecordLock acquired) -> new LockRecord.Locked(acquired);
            case AcquireOutcome.AlreadyHeld() -> new LockRecord.AlreadyLocked();
            case AcquireOutcome.ConfigurationGone() -> TargetRefusal.NO_CONFIGURATION;
        };
    }

    @Override
    public UnlockRecord.Outcome unlock(LockTarget target, ManualChange change) {
        return switch (locks.release(change)) {
            case ChangeOutcome.Changed(Revision revision) -> new UnlockRecord.Unlocked(change.lock(), revision);
            case ChangeOutcome.NoSuchLock() -> new UnlockRecord.NoSuchLock();
            case ChangeOutcome.NotOwner() -> new UnlockRecord.NotPermitted();
            case ChangeOutcome.HeldByRule() -> new UnlockRecord.HeldByRule();
        };
    }

    @Override
    public ChangeLockReason.Outcome changeReason(LockTarget target, ManualChange change, LockReason reason) {
        return switch (locks.changeReason(change, reason)) {
            case ChangeOutcome.Changed(Revision revision) -> new ChangeLockReason.Changed(change.lock(), revision);
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
