package dev.lockkeeper.bootstrap.crash;

import dev.lockkeeper.application.crm.ActingUser;
import dev.lockkeeper.application.crm.ChangeSaga;
import dev.lockkeeper.application.crm.CrmAuthority;
import dev.lockkeeper.application.crm.CrmSettings;
import dev.lockkeeper.application.crm.ModuleConfigurations;
import dev.lockkeeper.application.crm.RecordCheck;
import dev.lockkeeper.application.crm.RefreshRecord;
import dev.lockkeeper.application.crm.RefreshStaleRecords;
import dev.lockkeeper.application.crm.SettleIntents;
import dev.lockkeeper.application.crm.SweepLocks;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTargets;
import dev.lockkeeper.application.lock.RecordPath;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.mirror.Halts;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.StaleRecords;
import java.time.Clock;
import java.time.Duration;

/** One process of the service, with use cases of its own, that may be halted. */
final class SagaProcess {

    private final LockRecord lockRecord;
    private final UnlockRecord unlockRecord;
    private final ChangeLockReason changeLockReason;
    private final RefreshRecord refreshRecord;
    private final SettleIntents settleIntents;
    private final SweepLocks sweepLocks;
    private final RefreshStaleRecords refreshStaleRecords;

    /** The ports of a process that nobody halts. */
    record Ports(
            Crm crm,
            Modules modules,
            MirroredLocks mirroredLocks,
            MirroredModules mirroredModules,
            StaleRecords staleRecords,
            Locks locks) {

        Ports with(Halts halts) {
            return new Ports(
                    halts.around(Crm.class, crm),
                    modules,
                    halts.around(MirroredLocks.class, mirroredLocks),
                    halts.around(MirroredModules.class, mirroredModules),
                    halts.around(StaleRecords.class, staleRecords),
                    halts.around(Locks.class, locks));
        }
    }

    SagaProcess(Ports given, Halts halts, CrmSettings settings) {
        Ports ports = given.with(halts);
        Clock clock = Clock.systemUTC();
        Crm crm = ports.crm();
        Modules modules = ports.modules();
        ActingUser actingUser = new ActingUser(crm);
        RecordCheck check = new RecordCheck(ports.mirroredLocks(), _ -> {}, clock);
        ChangeSaga saga = new ChangeSaga(
                crm,
                ports.mirroredLocks(),
                ports.mirroredModules(),
                ports.staleRecords(),
                check,
                actingUser,
                settings,
                clock);
        CrmAuthority authority = new CrmAuthority(
                new ModuleConfigurations(crm, ports.mirroredModules(), clock),
                saga,
                ports.mirroredLocks(),
                ports.locks(),
                check,
                crm,
                settings);
        LockTargets targets = new LockTargets(modules, authority);
        lockRecord = new LockRecord(targets, authority);
        unlockRecord = new UnlockRecord(targets, authority, clock);
        changeLockReason = new ChangeLockReason(targets, authority, ports.locks(), clock);
        refreshRecord = new RefreshRecord(
                modules,
                authority,
                ports.locks(),
                ports.mirroredLocks(),
                new RefreshRecord.ByAsking(crm, check, settings));
        settleIntents = new SettleIntents(
                crm, modules, ports.mirroredLocks(), ports.staleRecords(), actingUser, settings, clock);
        sweepLocks = new SweepLocks(
                crm, modules, ports.mirroredModules(), ports.mirroredLocks(), check, Duration.ZERO, clock);
        refreshStaleRecords = new RefreshStaleRecords(crm, modules, ports.staleRecords(), ports.mirroredLocks(), check);
    }

    LockRecord.Outcome lock(RecordAddress record, User by, LockReason reason) {
        return lockRecord.execute(new LockRecord.Command(path(record), by, reason));
    }

    UnlockRecord.Outcome unlock(RecordAddress record, LockId lock, User by) {
        return unlockRecord.execute(new UnlockRecord.Command(path(record), lock.toString(), by));
    }

    ChangeLockReason.Outcome change(RecordAddress record, LockId lock, User by, LockReason reason) {
        return changeLockReason.execute(new ChangeLockReason.Command(path(record), lock.toString(), by, reason));
    }

    RefreshRecord.Outcome refresh(RecordAddress record) {
        return refreshRecord.execute(
                new RefreshRecord.Command(record.module(), record.record().toString()));
    }

    SettleIntents.Tally settleIntents() {
        return settleIntents.execute();
    }

    /** Whether everything was looked at. */
    boolean sweep() {
        return !refreshStaleRecords.execute().left() && sweepLocks.execute().left() == 0;
    }

    private static RecordPath path(RecordAddress record) {
        return new RecordPath(record.module(), record.record().toString(), "Locking_Information__s");
    }
}
