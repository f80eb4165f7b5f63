package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.util.List;
import java.util.Set;

/** The locks in memory, with one record that nobody has locked. */
record OneRecord(InMemoryLocks locks, LockingConfiguration configuration, RecordKey key) {

    static final List<User> USERS = List.of(user(1, Set.of(Permission.LOCK)), user(2, Set.of()), user(3, Set.of()));

    OneRecord() {
        this(new InMemoryConfigurations());
    }

    private OneRecord(InMemoryConfigurations configurations) {
        this(
                new InMemoryLocks(configurations),
                configurations.add(new ModuleId(1), LockType.BOTH),
                new RecordKey(new ModuleId(1), new RecordId(1)));
    }

    /** A user who may change others' locks, or not. */
    static User user(long id, Set<Permission> permissions) {
        return new User(
                new UserId(id), "User " + id, new Profile(new ProfileId(id), "Profile " + id, permissions), false);
    }
}
