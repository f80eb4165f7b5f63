package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryLocksTest
        implements LocksContract,
                LockChangeContract,
                LocksRaceContract,
                LinearizabilityContract,
                LockSearchContract,
                LocksFixture {

    private final InMemoryConfigurations configurations = new InMemoryConfigurations();
    private final InMemoryLocks locks = new InMemoryLocks(configurations);
    private final AtomicLong ids = new AtomicLong();

    @Override
    public Locks locks() {
        return locks;
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
