package dev.lockkeeper.adapter.persistence.record;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.record.ExistingRecords;
import dev.lockkeeper.domain.record.ExistingRecordsContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;

class JdbcExistingRecordsTest implements ExistingRecordsContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public RulesStore store() {
        return new SqlRulesStore(DATABASE, CONTEXT);
    }

    @Override
    public ExistingRecords existingRecords() {
        return store().existingRecords();
    }
}
