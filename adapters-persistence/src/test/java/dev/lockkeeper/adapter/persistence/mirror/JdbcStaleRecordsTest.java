package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.mirror.StaleRecords;
import dev.lockkeeper.domain.mirror.StaleRecordsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcStaleRecordsTest implements StaleRecordsContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute("delete from stale_record");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public StaleRecords stale() {
        return CONTEXT.getBean(StaleRecords.class);
    }
}
