package dev.lockkeeper.adapter.persistence.installation;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.installation.Installation;
import dev.lockkeeper.domain.installation.InstallationContract;
import dev.lockkeeper.domain.lock.Locks;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcInstallationTest implements InstallationContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute("""
                alter table lock_event disable trigger append_only;
                delete from lock_event;
                alter table lock_event enable trigger append_only;
                update revision_counter set value = 0;
                delete from record_lock; delete from authority;
                delete from access_token; delete from locking_configuration;
                alter table crm_user disable trigger users_stay;
                delete from crm_user;
                alter table crm_user enable trigger users_stay;
                delete from profile;
                """);
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Installation installation() {
        return CONTEXT.getBean(Installation.class);
    }

    @Override
    public AccessTokens accessTokens() {
        return CONTEXT.getBean(AccessTokens.class);
    }

    @Override
    public void removeAccessTokens() {
        DATABASE.execute("delete from access_token");
    }

    @Override
    public Configurations configurations() {
        return CONTEXT.getBean(Configurations.class);
    }

    @Override
    public Locks locks() {
        return CONTEXT.getBean(Locks.class);
    }

    @Override
    public void removeConfigurations() {
        DATABASE.execute("delete from locking_configuration");
    }
}
