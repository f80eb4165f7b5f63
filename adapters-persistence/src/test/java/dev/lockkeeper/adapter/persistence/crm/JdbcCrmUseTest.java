package dev.lockkeeper.adapter.persistence.crm;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.crm.CrmUseContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcCrmUseTest implements CrmUseContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute(
                "delete from crm_use_process; delete from crm_use_hour; update crm_use set concurrency = null, sank_at = null, quiet_since = null");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public CrmUse use() {
        return CONTEXT.getBean(CrmUse.class);
    }
}
