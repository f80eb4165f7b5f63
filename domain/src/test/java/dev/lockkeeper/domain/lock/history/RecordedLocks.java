package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.history.Answer.Refused;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@link Locks}, and records it. Nothing is answered where the store is away; whether the operation may have happened
 * is then recorded as the store says.
 */
public record RecordedLocks(Locks locks, History history) {

    /** Locks a record, under a configuration that is in force. */
    public Optional<AcquireOutcome> acquire(NewLock lock) {
        @Nullable ManualHold person = lock.origin().manual().orElse(null);
        Call call = new Call.Acquire(
                person == null ? null : person.owner().id().value(),
                person == null ? null : person.reason().text(),
                lock.origin().heldByRule().isPresent(),
                true);
        return recorded(lock.key(), call, () -> locks.acquire(lock), RecordedLocks::answer);
    }

    public Optional<ChangeOutcome> release(ManualChange change) {
        Call call = new Call.Release(change.lock(), change.by().id().value(), change.ownOnly());
        return recorded(change.key(), call, () -> locks.release(change), RecordedLocks::answer);
    }

    public Optional<ChangeOutcome> changeReason(ManualChange change, LockReason reason) {
        Call call = new Call.ChangeReason(change.lock(), change.by().id().value(), change.ownOnly(), reason.text());
        return recorded(change.key(), call, () -> locks.changeReason(change, reason), RecordedLocks::answer);
    }

    /** The record's lock; empty, too, when the store is away. */
    public Optional<RecordLock> find(RecordKey key) {
        return recorded(key, new Call.Find(), () -> locks.find(key), RecordedLocks::answer)
                .flatMap(found -> found.map(LockedRecord::lock));
    }

    private <O> Optional<O> recorded(RecordKey key, Call call, Supplier<O> operation, Function<O, Answer> answer) {
        History.Invocation invocation = history.begin(key, call);
        try {
            O outcome = operation.get();
            invocation.answered(answer.apply(outcome));
            return Optional.of(outcome);
        } catch (StoreUnavailable e) {
            if (e.step() == Step.UNKNOWN) {
                invocation.lost();
            }
            return Optional.empty();
        }
    }

    static Answer answer(AcquireOutcome outcome) {
        return switch (outcome) {
            case AcquireOutcome.Acquired(RecordLock lock) -> new Answer.Acquired(lock.id(), lock.revision());
            case AcquireOutcome.AlreadyHeld _ -> Refused.ALREADY_HELD;
            case AcquireOutcome.ConfigurationChanged _ -> Refused.CONFIGURATION_CHANGED;
        };
    }

    static Answer answer(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed changed -> new Answer.Changed(changed.revision());
            case ChangeOutcome.NoSuchLock _ -> Refused.NO_SUCH_LOCK;
            case ChangeOutcome.NotOwner _ -> Refused.NOT_OWNER;
            case ChangeOutcome.HeldByRule _ -> Refused.HELD_BY_RULE;
        };
    }

    static Answer answer(Optional<LockedRecord> found) {
        return found.<Answer>map(shown -> new Answer.Shown(
                        shown.lock().id(),
                        shown.lock()
                                .origin()
                                .manual()
                                .map(ManualHold::reason)
                                .map(LockReason::text)
                                .orElse(null)))
                .orElseGet(Answer.NotLocked::new);
    }
}
