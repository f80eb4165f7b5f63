package dev.lockkeeper.adapter.persistence.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.record.Records;
import dev.lockkeeper.domain.record.RecordsContract;
import dev.lockkeeper.domain.record.RulesRaceContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class JdbcRecordsTest implements RecordsContract, RulesRaceContract {

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

    @AfterEach
    void revisionsHaveNoGaps() {
        assertThat(DATABASE.number("select value from revision_counter"))
                .isEqualTo(DATABASE.number("select count(*) from lock_event"))
                .isEqualTo(DATABASE.number("select coalesce(max(revision), 0) from lock_event"));
    }

    @Override
    public Records records() {
        return store().records();
    }
}
