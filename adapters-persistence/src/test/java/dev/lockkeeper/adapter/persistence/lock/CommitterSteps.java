package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Caller;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.HeldCounter;
import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A committer on a database of its own, and what its tests do again and again. */
final class CommitterSteps implements AutoCloseable {

    static final LockReason REASON = new LockReason("deal in progress");

    final TestDatabase database = TestDatabase.create();
    final ApplicationContext context = PersistenceContext.on(database);
    final SqlLocksFixture given = new SqlLocksFixture(database);
    final LockingConfiguration configuration = given.configuration();
    final User user = given.user(Permission.LOCK);
    final LockCommitter committer = committer(Duration.ofSeconds(30));

    LockCommitter committer(Duration longestWait) {
        return new LockCommitter(store(), null, 1_000, 500, longestWait);
    }

    Database store() {
        return context.getBean(Database.class);
    }

    RecordKey record() {
        return given.record(configuration);
    }

    LockChange.Acquire acquire(RecordKey key) {
        return acquire(key, user);
    }

    LockChange.Acquire acquire(RecordKey key, User owner) {
        return new LockChange.Acquire(
                new NewLock(key, new Manual(owner.ref(), REASON), configuration.rulesVersion(), Instant.EPOCH));
    }

    LockChange.Alter release(RecordLock lock) {
        return new LockChange.Alter(change(lock, user), null);
    }

    LockChange.Alter changeReason(RecordLock lock, String reason) {
        return new LockChange.Alter(change(lock, user), new LockReason(reason));
    }

    static ManualChange change(RecordLock lock, User by) {
        return new ManualChange(lock.key(), lock.id(), by, Instant.EPOCH);
    }

    RecordLock locked() {
        return lock(committer.settle(acquire(record())));
    }

    static RecordLock lock(AcquireOutcome outcome) {
        return ((Acquired) outcome).lock();
    }

    /** Whoever asks for a change, and is in the queue. */
    <O> Caller<O> queued(LockChange<O> change) {
        return Caller.queued(() -> committer.settle(change));
    }

    /** Whoever asks for a change of any record that a batch has, which waits for the counter. */
    Caller<AcquireOutcome> taken(HeldCounter counter) {
        Caller<AcquireOutcome> caller = queued(acquire(record()));
        counter.awaitWaiting(1);
        return caller;
    }

    /** Whoever asks for changes that come into one batch, in their order; it is made when this returns. */
    <O> List<Caller<? extends O>> inOneBatch(List<? extends LockChange<? extends O>> changes) throws SQLException {
        List<Caller<? extends O>> callers = new ArrayList<>();
        try (HeldCounter counter = new HeldCounter(database)) {
            taken(counter);
            for (LockChange<? extends O> change : changes) {
                callers.add(queued(change));
            }
        }
        return callers;
    }

    long count(String rows) {
        return database.number("select count(*) from " + rows);
    }

    boolean hasRevisionsWithoutGaps() {
        long revision = database.number("select value from revision_counter");
        return revision == count("lock_event")
                && revision == database.number("select coalesce(max(revision), 0) from lock_event");
    }

    @Override
    public void close() {
        committer.close();
        context.close();
    }
}
