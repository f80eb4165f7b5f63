package dev.lockkeeper.domain.lock;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * {@link Locks} for callers whose thread serves many others and cannot wait: driven port.
 *
 * <p>Every method returns at once, and means what the method of this name means there; its stage ends when that one would
 * return or throw, on any thread, which whoever goes on there must not keep.
 *
 * <p>Every method throws {@link dev.lockkeeper.domain.store.StoreUnavailable} at once when too many callers wait already.
 */
public interface QueuedLocks {

    /** As {@link Locks#acquire}. */
    CompletionStage<AcquireOutcome> acquire(NewLock lock);

    /** As {@link Locks#release}. */
    CompletionStage<ChangeOutcome> release(ManualChange change);

    /** As {@link Locks#changeReason}. */
    CompletionStage<ChangeOutcome> changeReason(ManualChange change, LockReason reason);

    /** As {@link Locks#find}. */
    CompletionStage<Optional<LockedRecord>> find(RecordKey key);
}
