package dev.lockkeeper.application.crm;

import dev.lockkeeper.application.crm.RecordCheck.FoundDifference;
import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.LockTargets;
import dev.lockkeeper.application.lock.RecordPath;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.Halts;
import dev.lockkeeper.domain.mirror.InMemoryChannels;
import dev.lockkeeper.domain.mirror.InMemoryMirroredLocks;
import dev.lockkeeper.domain.mirror.InMemoryMirroredModules;
import dev.lockkeeper.domain.mirror.InMemoryStaleRecords;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.StaleRecords;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A CRM in memory in which Deals are locked by hand, a store in memory, and processes that work with both. */
final class CrmFixture {

    static final LockReason REASON = new LockReason("awaiting approval");
    static final LockReason OTHER_REASON = new LockReason("approved");
    static final CrmSettings SETTINGS = new CrmSettings(
            Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMillis(20));

    final TestClock clock = new TestClock(Instant.parse("2026-03-04T12:00:00.123456Z"));
    final InMemoryCrm crm = new InMemoryCrm(clock);
    final InMemoryModules modules = new InMemoryModules();
    final InMemoryLocks locks = new InMemoryLocks(new InMemoryConfigurations());
    final InMemoryMirroredLocks mirroredLocks = new InMemoryMirroredLocks(locks, clock);
    final InMemoryMirroredModules mirroredModules = new InMemoryMirroredModules();
    final InMemoryStaleRecords staleRecords = new InMemoryStaleRecords(clock);
    final InMemoryChannels channels = new InMemoryChannels();
    final List<FoundDifference> differences = new CopyOnWriteArrayList<>();

    private final CrmSettings settings;

    final User owner = user(1, Permission.LOCK, Permission.CUSTOMIZE);
    final User colleague = user(2, Permission.LOCK);
    /** May do anything but lock and customise. */
    final User stranger = user(3, Permission.ADMINISTER);

    CrmFixture() {
        this(SETTINGS);
    }

    CrmFixture(CrmSettings settings) {
        this.settings = settings;
        crm.configure("Deals", LockType.BOTH);
    }

    /** A clock that goes when it is told to. */
    static final class TestClock extends Clock {

        private final AtomicReference<Instant> now;

        TestClock(Instant start) {
            this.now = new AtomicReference<>(start);
        }

        void pass(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static User user(long id, Permission... permissions) {
        Profile profile = new Profile(new ProfileId(id), "Profile " + id, Set.of(permissions));
        return new User(new UserId(id), "User " + id, profile, false);
    }

    ServiceProcess process() {
        return process(Halts.never());
    }

    ServiceProcess process(Halts halts) {
        return new ServiceProcess(
                halts.around(Crm.class, crm),
                halts.around(MirroredLocks.class, mirroredLocks),
                halts.around(MirroredModules.class, mirroredModules),
                halts.around(StaleRecords.class, staleRecords),
                halts.around(Locks.class, locks));
    }

    /** A process whose CRM, or store, is not quite as it should be. */
    ServiceProcess process(Crm otherCrm, MirroredLocks otherLocks) {
        return new ServiceProcess(otherCrm, otherLocks, mirroredModules, staleRecords, locks);
    }

    /** A port of which one method is preceded by something, or replaced where that answers something. */
    static <T> T with(Class<T> port, T target, String method, Supplier<@Nullable Object> first) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, called, arguments) -> {
                    Object instead = called.getName().equals(method) ? first.get() : null;
                    if (instead == null && port.equals(called.getReturnType())) {
                        return with(port, port.cast(called.invoke(target, arguments)), method, first);
                    }
                    return instead == null ? called.invoke(target, arguments) : instead;
                }));
    }

    /** One process of the service, with use cases of its own. */
    final class ServiceProcess {

        final LockRecord lockRecord;
        final UnlockRecord unlockRecord;
        final ChangeLockReason changeLockReason;
        final ShowLock showLock;
        final SettleIntents settleIntents;
        final SweepLocks sweepLocks;
        final RefreshStaleRecords refreshStaleRecords;
        final RefreshRecord refreshRecord;
        final CrmAuthority authority;
        final ModuleConfigurations configurations;

        private ServiceProcess(
                Crm ownCrm,
                MirroredLocks ownMirror,
                MirroredModules ownModules,
                StaleRecords ownStale,
                Locks ownLocks) {
            ActingUser actingUser = new ActingUser(ownCrm);
            configurations = new ModuleConfigurations(ownCrm, ownModules, clock);
            RecordCheck check = new RecordCheck(ownMirror, differences::add, clock);
            ChangeSaga saga =
                    new ChangeSaga(ownCrm, ownMirror, ownModules, ownStale, check, actingUser, settings, clock);
            authority = new CrmAuthority(configurations, saga, ownMirror, ownLocks, check, ownCrm, settings);
            LockTargets targets = new LockTargets(modules, authority);
            lockRecord = new LockRecord(targets, authority);
            unlockRecord = new UnlockRecord(targets, authority, clock);
            changeLockReason = new ChangeLockReason(targets, authority, ownLocks, clock);
            showLock = new ShowLock(targets, authority);
            settleIntents = new SettleIntents(ownCrm, modules, ownMirror, ownStale, actingUser, settings, clock);
            sweepLocks = new SweepLocks(ownCrm, modules, ownModules, ownMirror, check, Duration.ZERO, clock);
            refreshStaleRecords = new RefreshStaleRecords(ownCrm, modules, ownStale, ownMirror, check);
            refreshRecord = new RefreshRecord(
                    modules, authority, ownLocks, ownMirror, new RefreshRecord.ByAsking(ownCrm, check, settings));
        }

        LockRecord.Outcome lock(RecordAddress record) {
            return lock(record, owner, REASON);
        }

        LockRecord.Outcome lock(RecordAddress record, User by, LockReason reason) {
            return lockRecord.execute(new LockRecord.Command(path(record), by, reason));
        }

        UnlockRecord.Outcome unlock(RecordAddress record, LockId lock) {
            return unlock(record, lock, owner);
        }

        UnlockRecord.Outcome unlock(RecordAddress record, LockId lock, User by) {
            return unlockRecord.execute(new UnlockRecord.Command(path(record), lock.toString(), by));
        }

        ChangeLockReason.Outcome change(RecordAddress record, LockId lock, LockReason reason) {
            return changeLockReason.execute(new ChangeLockReason.Command(path(record), lock.toString(), owner, reason));
        }

        ShowLock.Outcome show(RecordAddress record) {
            return showLock.execute(new ShowLock.Query(path(record), null));
        }
    }

    static RecordPath path(RecordAddress record) {
        return new RecordPath(record.module(), record.record().toString(), "Locking_Information__s");
    }

    RecordAddress deal() {
        return crm.addRecord("Deals");
    }

    CrmModule deals() {
        return modules.find("Deals").orElseThrow();
    }

    RecordKey key(RecordAddress record) {
        return new RecordKey(modules.find(record.module()).orElseThrow().id(), record.record());
    }

    @Nullable
    RecordLock lockHere(RecordAddress record) {
        return locks.find(key(record)).map(LockedRecord::lock).orElse(null);
    }

    boolean isOpen(RecordAddress record) {
        return mirroredLocks.findOpen(key(record)).isPresent();
    }

    /** The record has the same lock on both sides, or none. */
    boolean agrees(RecordAddress record) {
        Optional<LockId> here = Optional.ofNullable(lockHere(record)).map(RecordLock::id);
        Optional<LockId> there = Optional.ofNullable(crm.lockOf(record)).map(lock -> lock.id());
        return here.equals(there);
    }

    List<LockEvent> history(RecordAddress record) {
        return locks.history(key(record), Revision.NONE, 1000);
    }

    int callsSince(int before) {
        return crm.calls().size() - before;
    }
}
