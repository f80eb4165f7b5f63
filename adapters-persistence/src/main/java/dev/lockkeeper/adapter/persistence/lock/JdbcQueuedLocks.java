package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.QueuedLocks;
import dev.lockkeeper.domain.lock.RecordKey;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** {@link QueuedLocks} on PostgreSQL: in the same batches as those of {@link JdbcLocks}. */
@Singleton
final class JdbcQueuedLocks implements QueuedLocks {

    private final LockCommitter committer;
    private final LockFinder finder;

    JdbcQueuedLocks(LockCommitter committer, LockFinder finder) {
        this.committer = committer;
        this.finder = finder;
    }

    @Override
    public CompletionStage<AcquireOutcome> acquire(NewLock lock) {
        return committer.begin(new LockChange.Acquire(lock));
    }

    @Override
    public CompletionStage<ChangeOutcome> release(ManualChange change) {
        return committer.begin(new LockChange.Alter(change, null));
    }

    @Override
    public CompletionStage<ChangeOutcome> changeReason(ManualChange change, LockReason reason) {
        return committer.begin(new LockChange.Alter(change, reason));
    }

    @Override
    public CompletionStage<Optional<LockedRecord>> find(RecordKey key) {
        return finder.begin(key);
    }
}
