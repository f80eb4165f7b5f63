package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.lock.LinearizabilityContract;
import dev.lockkeeper.domain.lock.LockChangeContract;
import dev.lockkeeper.domain.lock.LockSearchContract;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksContract;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.LocksRaceContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcLocksTest
        implements LocksContract, LockChangeContract, LocksRaceContract, LinearizabilityContract, LockSearchContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    private final LocksFixture fixture = new SqlLocksFixture(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Locks locks() {
        return CONTEXT.getBean(Locks.class);
    }

    @Override
    public LocksFixture given() {
        return fixture;
    }

    @AfterEach
    void revisionsHaveNoGaps() {
        assertThat(DATABASE.number("select value from revision_counter"))
                .isEqualTo(DATABASE.number("select count(*) from lock_event"))
                .isEqualTo(DATABASE.number("select coalesce(max(revision), 0) from lock_event"));
    }

    @Test
    void keepsHistoryFromBeingRewritten() {
        assertThatThrownBy(() -> DATABASE.execute("delete from lock_event"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> DATABASE.execute("truncate lock_event"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> DATABASE.execute("update lock_event set reason = 'another'"))
                .rootCause()
                .hasMessageContaining("append-only");
    }
}
