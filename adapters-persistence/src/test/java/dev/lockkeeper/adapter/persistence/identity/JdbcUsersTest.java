package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.Users;
import dev.lockkeeper.domain.identity.UsersContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;

class JdbcUsersTest implements UsersContract {

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
    public Users users() {
        return store().users();
    }
}
