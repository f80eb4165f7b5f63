package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Instant;
import java.util.Optional;

/**
 * The CRM's records as they were last reported: driven port.
 *
 * <p>Every method is one atomic step, durable when it is answered: a record's picture, its lock, the lock's history and
 * the revision change together or not at all. Reports of one record that arrive together end in the state of the one
 * accepted last. Locks change as {@link dev.lockkeeper.domain.lock.RuleVerdict#applyTo} says; a change of a lock is an
 * event of the history, {@code LOCKED}, {@code SOURCE_CHANGED} (also when another rule takes over) or {@code UNLOCKED},
 * by nobody.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away; the exception says whether the
 * step may have been taken.
 */
public interface Records {

    /** Stores records as they are reported, and lets the verdicts on them take effect. */
    ReportOutcome report(RecordReport report);

    /** Forgets a record, and leaves its lock, if it has one, to who decides about it. */
    void forget(RecordKey key);

    /**
     * Forgets a record and ends its lock, whoever holds it.
     *
     * @return the revision under which the lock ended; empty when it had none
     */
    Optional<Revision> remove(RecordKey key, User by, Instant at);
}
