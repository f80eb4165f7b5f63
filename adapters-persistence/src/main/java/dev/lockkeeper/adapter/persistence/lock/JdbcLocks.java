package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@link Locks} on PostgreSQL; changes are made by the {@link LockCommitter}, single locks found by the {@link
 * LockFinder}. */
@Singleton
final class JdbcLocks implements Locks {

    private final Database database;
    private final LockCommitter committer;
    private final LockFinder finder;

    JdbcLocks(Database database, LockCommitter committer, LockFinder finder) {
        this.database = database;
        this.committer = committer;
        this.finder = finder;
    }

    @Override
    public AcquireOutcome acquire(NewLock lock) {
        return committer.settle(new LockChange.Acquire(lock));
    }

    @Override
    public ChangeOutcome release(ManualChange change) {
        return committer.settle(new LockChange.Alter(change, null));
    }

    @Override
    public ChangeOutcome changeReason(ManualChange change, LockReason reason) {
        return committer.settle(new LockChange.Alter(change, reason));
    }

    @Override
    public Optional<LockedRecord> find(RecordKey key) {
        return finder.find(key);
    }

    @Override
    public List<LockedRecord> search(LockSearch search) {
        LockSearchQuery query = LockSearchQuery.of(search);
        return database.query(query.sql(), query::bind, LockRows::lockedRecord);
    }

    @Override
    public List<LockEvent> history(RecordKey key, Revision after, int limit) {
        return database.query(
                LockStatements.HISTORY,
                parameters -> parameters
                        .bigint(key.module().value())
                        .bigint(key.record().value())
                        .bigint(after.value())
                        .bigint(limit),
                LockRows::event);
    }
}
