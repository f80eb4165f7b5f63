package dev.lockkeeper.application.crm;

import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTarget;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CRM decides, and the store of this service remembers. Nothing is read from the CRM but by who keeps up with it. */
public final class CrmAuthority implements LockAuthority {

    private final ModuleConfigurations configurations;
    private final ChangeSaga saga;
    private final MirroredLocks mirroredLocks;
    private final Locks locks;
    private final RecordCheck check;
    private final Crm crm;
    private final CrmSettings settings;

    public CrmAuthority(
            ModuleConfigurations configurations,
            ChangeSaga saga,
            MirroredLocks mirroredLocks,
            Locks locks,
            RecordCheck check,
            Crm crm,
            CrmSettings settings) {
        this.configurations = configurations;
        this.saga = saga;
        this.mirroredLocks = mirroredLocks;
        this.locks = locks;
        this.check = check;
        this.crm = crm;
        this.settings = settings;
    }

    @Override
    public Governing governing(CrmModule module) {
        return configurations.governing(module);
    }

    @Override
    public Optional<LockingConfiguration> recalled(CrmModule module) {
        return Optional.empty();
    }

    @Override
    public LockRecord.Outcome lock(LockTarget target, User by, LockReason reason) {
        IntendedChange change =
                new IntendedChange.Take(reason, target.configuration().id());
        return switch (saga.run(target.module(), target.key(), change, by)) {
            case ChangeSaga.Made(var made) ->
                new LockRecord.Locked(new RecordLock(
                        made.lock(),
                        target.key(),
                        new LockOrigin.Manual(by.ref(), reason),
                        target.configuration().id(),
                        made.lockedAt(),
                        made.revision()));
            // Whatever is on its way, the record counts as locked until that is known to be over.
            case ChangeSaga.Busy _ -> new LockRecord.AlreadyLocked();
            case ChangeSaga.NotClaimed _ -> new LockRecord.AlreadyLocked();
            case ChangeSaga.Unmade(ElsewhereOutcome outcome) -> outcome;
        };
    }

    @Override
    public UnlockRecord.Outcome unlock(LockTarget target, ManualChange change) {
        IntendedChange release = new IntendedChange.Release(change.lock());
        return switch (saga.run(target.module(), target.key(), release, change.by())) {
            case ChangeSaga.Made(var made) -> new UnlockRecord.Unlocked(made.lock(), made.revision());
            case ChangeSaga.Busy _ -> new ElsewhereOutcome.Pending();
            case ChangeSaga.NotClaimed(ClaimOutcome.NotOwner _) -> new UnlockRecord.NotPermitted();
            case ChangeSaga.NotClaimed(ClaimOutcome.HeldByRule _) -> new UnlockRecord.HeldByRule();
            case ChangeSaga.NotClaimed _ -> new UnlockRecord.NoSuchLock();
            case ChangeSaga.Unmade(ElsewhereOutcome outcome) -> outcome;
        };
    }

    @Override
    public ChangeLockReason.Outcome changeReason(LockTarget target, ManualChange change, LockReason reason) {
        IntendedChange other = new IntendedChange.ChangeReason(change.lock(), reason);
        return switch (saga.run(target.module(), target.key(), other, change.by())) {
            case ChangeSaga.Made(var made) -> new ChangeLockReason.Changed(made.lock(), made.revision());
            case ChangeSaga.Busy _ -> new ElsewhereOutcome.Pending();
            case ChangeSaga.NotClaimed(ClaimOutcome.NotOwner _) -> new ChangeLockReason.NotPermitted();
            case ChangeSaga.NotClaimed(ClaimOutcome.HeldByRule _) -> new ChangeLockReason.HeldByRule();
            case ChangeSaga.NotClaimed _ -> new ChangeLockReason.NoSuchLock();
            case ChangeSaga.Unmade(ElsewhereOutcome outcome) -> outcome;
        };
    }

    /**
     * The lock as it is kept here. While somebody is taking one, a reader waits for what comes of it: until then the
     * record counts as locked, and there is no lock to show.
     */
    @Override
    public View view(RecordKey key) {
        Optional<LockIntent> open = mirroredLocks.findOpen(key);
        if (open.isPresent()
                && open.get().change() instanceof IntendedChange.Take
                && mirroredLocks.await(open.get().id(), settings.readWait()).isEmpty()) {
            return new Unsettled();
        }
        return new Settled(locks.find(key).orElse(null));
    }

    @Override
    public Optional<Instant> asOf(@Nullable CrmModule module) {
        return configurations.sweptAt(module);
    }

    @Override
    public Map<RuleId, String> ruleNames(CrmModule module) {
        return configurations.ruleNames(module);
    }

    @Override
    public Gone gone(CrmModule module, RecordKey key) {
        return switch (check.check(crm, module, key.record())) {
            case AGREED -> locks.find(key).isPresent() ? Gone.STILL_LOCKED : Gone.GONE_THERE;
            case CHANGING, NOT_TOLD, AWAY -> Gone.NOT_KNOWN;
        };
    }
}
