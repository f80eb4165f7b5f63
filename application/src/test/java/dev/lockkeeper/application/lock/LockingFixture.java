package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The standard modules, none of them configured yet, three users, and a clock that stands still. */
final class LockingFixture {

    static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
    static final Instant EARLIER = NOW.minusSeconds(3600);
    static final LockReason REASON = new LockReason("awaiting approval");
    static final LockReason OTHER_REASON = new LockReason(" approved, awaiting signature\n");
    static final String RECORD = "3652397000001868015";
    static final String OTHER_RECORD = "3652397000001868016";

    final InMemoryModules modules = new InMemoryModules();
    final InMemoryConfigurations configurations = new InMemoryConfigurations();
    final InMemoryLocks locks = new InMemoryLocks(configurations);
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final LockAuthority authority = new StoreAuthority(configurations, locks, clock);
    final LockTargets targets = new LockTargets(modules, authority);

    final User owner = user(1, Permission.LOCK);
    final User colleague = user(2, Permission.LOCK);
    /** May do anything but lock. */
    final User stranger = user(3, Permission.CUSTOMIZE, Permission.ADMINISTER);

    final LockOrigin byOwner = new LockOrigin.Manual(owner.ref(), REASON);
    final LockOrigin byStranger = new LockOrigin.Manual(stranger.ref(), REASON);
    final LockOrigin byRule = new LockOrigin.Automatic(new RuleId(4711));
    final LockOrigin byOwnerAndRule =
            new LockOrigin.Both(new LockOrigin.ManualHold(owner.ref(), REASON), new RuleId(4711));

    private static User user(long id, Permission... permissions) {
        Profile profile = new Profile(new ProfileId(id), "Profile " + id, Set.of(permissions));
        return new User(new UserId(id), "User " + id, profile, false);
    }

    static RecordPath path(String module, String record) {
        return new RecordPath(module, record, "Locking_Information__s");
    }

    CrmModule module(String apiName) {
        return modules.find(apiName).orElseThrow();
    }

    RecordKey key(String module, String record) {
        return new RecordKey(module(module).id(), RecordId.parse(record).orElseThrow());
    }

    LockingConfiguration configured(String module, LockType lockType) {
        return configurations.add(module(module).id(), lockType);
    }

    /** Locks a record of a module that is configured. */
    RecordLock locked(String module, String record, LockOrigin origin) {
        return locked(module, record, origin, EARLIER);
    }

    RecordLock locked(String module, String record, LockOrigin origin, Instant at) {
        RecordKey key = key(module, record);
        LockingConfiguration configuration = configurations.find(key.module()).orElseThrow();
        return ((AcquireOutcome.Acquired) locks.acquire(new NewLock(key, origin, configuration.rulesVersion(), at)))
                .lock();
    }

    Optional<RecordLock> lock(RecordKey key) {
        return locks.find(key).map(LockedRecord::lock);
    }

    List<LockEvent> history(RecordKey key) {
        return locks.history(key, Revision.NONE, 100);
    }
}
