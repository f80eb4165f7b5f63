package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.QueuedLocks;
import dev.lockkeeper.domain.lock.QueuedLocksContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;

class JdbcQueuedLocksTest implements QueuedLocksContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    private final LocksFixture fixture = new SqlLocksFixture(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public QueuedLocks queuedLocks() {
        return CONTEXT.getBean(QueuedLocks.class);
    }

    @Override
    public LocksFixture given() {
        return fixture;
    }
}
