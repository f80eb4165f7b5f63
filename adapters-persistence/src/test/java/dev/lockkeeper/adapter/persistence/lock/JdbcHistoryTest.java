package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.lock.History;
import dev.lockkeeper.domain.lock.HistoryContract;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JdbcHistoryTest implements HistoryContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    private final LocksFixture fixture = new SqlLocksFixture(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public History history() {
        return CONTEXT.getBean(History.class);
    }

    @Override
    public Locks locks() {
        return CONTEXT.getBean(Locks.class);
    }

    @Override
    public LocksFixture given() {
        return fixture;
    }

    @Test
    void keepsEveryPartFromBeingRewritten() {
        String part = "lock_event_" + DATABASE.number("select max(number) from history_part");
        for (String change : new String[] {"delete from %s", "truncate %s", "update %s set reason = 'another'"}) {
            assertThatThrownBy(() -> DATABASE.execute(change.formatted(part)))
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }
}
