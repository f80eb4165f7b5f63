package dev.lockkeeper.domain.lock;

import java.util.List;
import java.util.Optional;

/**
 * The active locks and their history: driven port.
 *
 * <p>Every method is one atomic step. A change and its entry in the history become durable together, under the next
 * {@link Revision}; revisions have no gaps and follow the order of commits, so that a reader who has seen one will
 * never see a lower one appear. A change that is answered has reached durable storage. Refusals change nothing and use
 * up no revision. Safe for any number of threads and processes at once.
 *
 * <p>Every method throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away; for a change, the
 * exception says whether it may have happened.
 */
public interface Locks {

    /** Locks a record that has no lock. Of any number of simultaneous attempts on one record one succeeds. */
    AcquireOutcome acquire(NewLock lock);

    /**
     * Ends the person's part of a lock: a manual lock ends, one held by a rule as well becomes automatic. Refused in
     * this order: no such lock, not the owner, held by a rule.
     */
    ChangeOutcome release(ManualChange change);

    /** Gives the person's part of a lock another reason. Refused in the order of {@link #release}. */
    ChangeOutcome changeReason(ManualChange change, LockReason reason);

    /** The record's lock. */
    Optional<LockedRecord> find(RecordKey key);

    /** Active locks, newest first. */
    List<LockedRecord> search(LockSearch search);

    /**
     * What happened to a record's locks, oldest first.
     *
     * @param after only later revisions than this one
     * @param limit at most so many, 1 or more
     */
    List<LockEvent> history(RecordKey key, Revision after, int limit);
}
