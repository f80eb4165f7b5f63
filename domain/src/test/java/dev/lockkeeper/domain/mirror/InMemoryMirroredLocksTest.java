package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.InMemoryIdentityStore;
import dev.lockkeeper.domain.identity.InMemoryUsers;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryMirroredLocksTest
        implements MirroredLocksContract,
                SettlementContract,
                AwaitedIntentContract,
                ObservationContract,
                MirrorRaceContract,
                LocksFixture {

    private final InMemoryConfigurations configurations = new InMemoryConfigurations();
    private final InMemoryLocks locks = new InMemoryLocks(configurations);
    private final InMemoryUsers users = new InMemoryIdentityStore().users();
    private final InMemoryMirroredLocks mirror = new InMemoryMirroredLocks(locks, users, InstantSource.system());
    private final AtomicLong ids = new AtomicLong();

    @Override
    public MirroredLocks mirror() {
        return mirror;
    }

    @Override
    public Locks locks() {
        return locks;
    }

    @Override
    public InMemoryUsers users() {
        return users;
    }

    @Override
    public LocksFixture given() {
        return this;
    }

    @Override
    public User user(Permission... permissions) {
        long id = ids.incrementAndGet();
        return new User(
                new UserId(id), "User " + id, new Profile(new ProfileId(id), "P" + id, Set.of(permissions)), false);
    }

    @Override
    public LockingConfiguration configuration() {
        return configurations.add(new ModuleId(ids.incrementAndGet()), LockType.BOTH);
    }

    @Override
    public void remove(LockingConfiguration configuration) {
        configurations.remove(configuration.module());
    }

    @Override
    public RecordKey record(LockingConfiguration configuration) {
        return new RecordKey(configuration.module(), new RecordId(ids.incrementAndGet()));
    }
}
