package dev.lockkeeper.adapter.persistence.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.persistence.lock.SqlLocksFixture;
import dev.lockkeeper.domain.identity.Users;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.mirror.MirrorRaceContract;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredLocksContract;
import dev.lockkeeper.domain.mirror.ObservationContract;
import dev.lockkeeper.domain.mirror.SettlementContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class JdbcMirroredLocksTest
        implements MirroredLocksContract, SettlementContract, ObservationContract, MirrorRaceContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    private final LocksFixture fixture = new SqlLocksFixture(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public MirroredLocks mirror() {
        return CONTEXT.getBean(MirroredLocks.class);
    }

    @Override
    public Locks locks() {
        return CONTEXT.getBean(Locks.class);
    }

    @Override
    public Users users() {
        return CONTEXT.getBean(Users.class);
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
}
