package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.ProfilesContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;

class JdbcProfilesTest implements ProfilesContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.thatForgets(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public IdentityStore store() {
        return new SqlIdentityStore(CONTEXT);
    }

    @Override
    public Profiles profiles() {
        return store().profiles();
    }
}
