package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.ConfigurationsContract;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import io.micronaut.context.ApplicationContext;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;

class JdbcConfigurationsTest implements ConfigurationsContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);
    private static final AtomicLong MODULES = new AtomicLong();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Configurations configurations() {
        return CONTEXT.getBean(Configurations.class);
    }

    @Override
    public LockingConfiguration given(LockType lockType) {
        ModuleId module = moduleWithout();
        long id = DATABASE.number("""
                with author_profile as (
                    insert into profile (name, permissions) values ('author %1$d', '{}') returning id
                ), author as (
                    insert into crm_user (name, profile_id, portal) select 'author', id, false from author_profile
                    returning id
                )
                insert into locking_configuration (module_id, lock_type, created_by, created_time)
                select %1$d, '%2$s', id, now() from author returning id
                """.formatted(module.value(), lockType.name().toLowerCase(Locale.ROOT)));
        return new LockingConfiguration(new ConfigurationId(id), module, lockType);
    }

    @Override
    public ModuleId moduleWithout() {
        return new ModuleId(MODULES.incrementAndGet());
    }
}
