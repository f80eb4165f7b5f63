package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Rows as an operator would make them. */
public final class SqlLocksFixture implements LocksFixture {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final TestDatabase database;

    public SqlLocksFixture(TestDatabase database) {
        this.database = database;
    }

    @Override
    public User user(Permission... permissions) {
        String name = "User " + NUMBERS.incrementAndGet();
        long profile = database.number(
                "insert into profile (name, permissions) values ('%s', '{}') returning id".formatted(name));
        long user =
                database.number("insert into crm_user (name, profile_id, portal) values ('%s', %d, false) returning id"
                        .formatted(name, profile));
        return new User(new UserId(user), name, new Profile(new ProfileId(profile), name, Set.of(permissions)), false);
    }

    @Override
    public LockingConfiguration configuration() {
        ModuleId module = new ModuleId(NUMBERS.incrementAndGet());
        User author = user();
        long id = database.number("""
                insert into locking_configuration (
                    module_id, lock_type, created_by, created_time, modified_by, modified_time)
                values (%1$d, 'manual', %2$d, 'epoch', %2$d, 'epoch') returning id
                """.formatted(module.value(), author.id().value()));
        LockingConfiguration.Edit edit = new LockingConfiguration.Edit(author.ref(), Instant.EPOCH);
        return new LockingConfiguration(new ConfigurationId(id), module, 1, LockingPolicy.manual(), false, edit, edit);
    }

    @Override
    public void remove(LockingConfiguration configuration) {
        database.execute("update locking_configuration set deleted_time = now() where id = " + configuration.id());
    }

    @Override
    public RecordKey record(LockingConfiguration configuration) {
        return new RecordKey(configuration.module(), new RecordId(NUMBERS.incrementAndGet()));
    }
}
