package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The locks that a CRM decides about, kept here, and the changes on their way to it: driven port. What it keeps is read
 * through {@link dev.lockkeeper.domain.lock.Locks}: a settled or adopted change is a change like any other, with its
 * entry in the history under the next {@link dev.lockkeeper.domain.lock.Revision}, whose gapless order holds. A change
 * that was asked for here has the cause {@code REQUEST} and the user of the intent; one that was found in the CRM has
 * the cause {@code CRM} and the user of the CRM, if any.
 *
 * <p>Every method is one atomic step, durable when it is answered. Leases are measured by the store's own clock. Safe
 * for any number of threads and processes at once.
 *
 * <p>Every method throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away; for a change, the
 * exception says whether it may have happened.
 */
public interface MirroredLocks {

    /**
     * Makes an intent durable and open, held by the caller. Refused in this order: an intent of the record is open
     * ({@link ClaimOutcome.Joined}, {@link ClaimOutcome.Busy}); then, for {@link IntendedChange.Take}, already held; for
     * the others no such lock, not the owner, held by a rule. Of any number of simultaneous attempts on one record one
     * succeeds.
     */
    ClaimOutcome claim(NewIntent intent);

    /**
     * Ends an intent with what is known to have come of it, and lets that take effect on the record's lock. The result
     * is kept for those who wait for it, until {@link #forgetSettled}.
     *
     * <p>{@link Settlement.Taken} makes a manual lock of the intent's user, under the configuration and with the reason
     * of the intent; a lock of another id that is known here ends first, one of the same id stays as it is. {@link
     * Settlement.Changed} ends or demotes the
     * lock, or gives it its reason; if it is not there any more, there is nothing left to change, and the result is
     * {@link IntentResult.Made} under the latest revision of the record. Of the settlements with {@code found} the
     * effect is that of {@link #observe}.
     *
     * @param intent as the caller holds it
     * @param at when, by the caller's clock
     * @throws IllegalArgumentException when {@link Settlement.Taken} or {@link Settlement.Changed} cannot come of the
     *     intended change
     */
    SettleOutcome settle(LockIntent intent, Settlement settlement, Instant at);

    /**
     * Keeps an intent open, to be taken over by anybody after a while. Does nothing if the caller holds it no longer.
     */
    void postpone(LockIntent intent, Duration wait);

    /**
     * Takes over open intents whose lease has passed, the oldest first; each is then held by the caller alone.
     *
     * @param limit at most so many
     * @param lease so long nobody else takes them over
     */
    List<LockIntent> takeOver(int limit, Duration lease);

    /** The record's open intent. */
    Optional<LockIntent> findOpen(RecordKey key);

    /**
     * Waits for an intent to be settled.
     *
     * @param atMost how long
     * @return empty when it is still open then, or not known any more
     */
    Optional<IntentResult> await(IntentId intent, Duration atMost);

    /**
     * Forgets intents that were settled longer ago than this, by the store's clock.
     *
     * @return how many
     */
    int forgetSettled(Duration age);

    /** How these records stand here: every one of them, known or not. */
    Map<RecordId, Standing> standing(ModuleId module, Collection<RecordId> records);

    /**
     * The records of a module that have a lock here, by ascending id.
     *
     * @param after only ids above this one; null begins at the first
     * @param limit at most so many
     */
    List<RecordId> lockedRecords(ModuleId module, @Nullable RecordId after, int limit);

    /**
     * Makes a record's lock what the CRM was found to have, unless the record stands differently from {@link
     * Observation#before}, or has an open intent.
     *
     * <p>A lock that is known here under the same id keeps its owner and time: the CRM names the user on whose behalf
     * this service calls. Owners of locks that are new here become users here, without permissions, under their id in
     * the CRM. One event is written for each step: {@code LOCKED}, {@code UNLOCKED}, {@code REASON_CHANGED} or {@code
     * SOURCE_CHANGED}; a lock in place of another is {@code UNLOCKED} and then {@code LOCKED}.
     */
    ObserveOutcome observe(Observation observation);
}
