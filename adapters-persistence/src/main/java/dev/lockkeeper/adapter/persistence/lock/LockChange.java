package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Asked;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A change of one record's lock, for which its caller waits.
 *
 * @param <O> what became of it
 */
abstract sealed class LockChange<O> extends Asked<LockChange.Done<O>> {

    /**
     * A change that is done, or was refused.
     *
     * @param followed ends when this process decides by the state that it was made or refused in; the same for a whole batch
     */
    record Done<O>(O outcome, CompletableFuture<Void> followed) {}

    /** The record. */
    abstract RecordKey key();

    /** A lock is to be taken. */
    static final class Acquire extends LockChange<AcquireOutcome> {

        private final NewLock lock;

        Acquire(NewLock lock) {
            this.lock = lock;
        }

        NewLock lock() {
            return lock;
        }

        @Override
        RecordKey key() {
            return lock.key();
        }

        /** Whether this one, when it has been answered, decides another that comes right after it. */
        boolean decides(Acquire next) {
            return isAnswered() && lock.under().equals(next.lock.under());
        }

        /** Answers another that comes right after this one: it finds the record locked, or what this one found. */
        void decide(Acquire next) {
            Done<AcquireOutcome> done = given();
            next.answer(
                    done.outcome() instanceof AcquireOutcome.Acquired
                            ? new Done<>(new AcquireOutcome.AlreadyHeld(), done.followed())
                            : done);
        }
    }

    /** The person's part of a lock is to end, or to get another reason. */
    static final class Alter extends LockChange<ChangeOutcome> {

        private final ManualChange change;
        private final @Nullable LockReason reason;

        /** @param reason null where it is to end */
        Alter(ManualChange change, @Nullable LockReason reason) {
            this.change = change;
            this.reason = reason;
        }

        ManualChange change() {
            return change;
        }

        @Nullable
        LockReason reason() {
            return reason;
        }

        @Override
        RecordKey key() {
            return change.key();
        }
    }
}
