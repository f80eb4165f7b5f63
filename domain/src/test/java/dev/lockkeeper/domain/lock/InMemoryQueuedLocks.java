package dev.lockkeeper.domain.lock;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@link QueuedLocks} that has other locks do the work, each call in a thread of its own. */
public final class InMemoryQueuedLocks implements QueuedLocks {

    private final Locks locks;

    public InMemoryQueuedLocks(Locks locks) {
        this.locks = locks;
    }

    @Override
    public CompletionStage<AcquireOutcome> acquire(NewLock lock) {
        return queued(() -> locks.acquire(lock));
    }

    @Override
    public CompletionStage<ChangeOutcome> release(ManualChange change) {
        return queued(() -> locks.release(change));
    }

    @Override
    public CompletionStage<ChangeOutcome> changeReason(ManualChange change, LockReason reason) {
        return queued(() -> locks.changeReason(change, reason));
    }

    @Override
    public CompletionStage<Optional<LockedRecord>> find(RecordKey key) {
        return queued(() -> locks.find(key));
    }

    private static <A> CompletionStage<A> queued(Supplier<A> call) {
        return CompletableFuture.supplyAsync(call, Thread::startVirtualThread);
    }
}
