package dev.lockkeeper.adapter.persistence.crm;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.crm.SharedTokens;
import dev.lockkeeper.domain.crm.SharedTokensContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcSharedTokensTest implements SharedTokensContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute("delete from crm_token");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public SharedTokens tokens() {
        return CONTEXT.getBean(SharedTokens.class);
    }
}
