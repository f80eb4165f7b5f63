package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.QueuedLocks;
import dev.lockkeeper.domain.lock.RecordLock;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@link LockRecord}, {@link UnlockRecord}, {@link ChangeLockReason} and {@link ShowLock} for threads that serve many
 * callers and cannot wait: what is usual, where the store of this service decides and only its locks have to be asked for.
 *
 * <p>Each stage ends with empty where those have to be executed, which then find out everything anew: nothing was changed.
 */
public final class LocksAtOnce {

    private final LockTargets targets;
    private final QueuedLocks locks;
    private final Clock clock;

    /** The use case. */
    public LocksAtOnce(LockTargets targets, QueuedLocks locks, Clock clock) {
        this.targets = targets;
        this.locks = locks;
        this.clock = clock;
    }

    /** As {@link LockRecord#execute}. */
    public CompletionStage<Optional<LockRecord.Outcome>> lock(LockRecord.Command command) {
        Optional<LockTargets.Recalled> recalled = targets.recall(command.path());
        LockReason reason = command.reason();
        if (recalled.isEmpty() || reason == null || !command.caller().may(Permission.LOCK)) {
            return elsewhere();
        }
        LockTargets.Recalled target = recalled.get();
        return locks.acquire(new NewLock(
                        target.key(),
                        new LockOrigin.Manual(command.caller().ref(), reason),
                        target.configuration().rulesVersion(),
                        clock.instant()))
                .thenApply(outcome -> switch (outcome) {
                    case AcquireOutcome.Acquired(RecordLock acquired) -> Optional.of(new LockRecord.Locked(acquired));
                    case AcquireOutcome.AlreadyHeld() -> Optional.of(new LockRecord.AlreadyLocked());
                    case AcquireOutcome.ConfigurationChanged() -> Optional.empty();
                });
    }

    /** As {@link UnlockRecord#execute}. */
    public CompletionStage<Optional<UnlockRecord.Outcome>> unlock(UnlockRecord.Command command) {
        Optional<LockTargets.Recalled> target = targets.recall(command.path());
        Optional<LockId> lock = LockId.parse(command.lockId());
        return target.isEmpty() || lock.isEmpty()
                ? elsewhere()
                : locks.release(new ManualChange(target.get().key(), lock.get(), command.caller(), clock.instant()))
                        .thenApply(outcome -> Optional.of(StoreAuthority.unlocked(lock.get(), outcome)));
    }

    /** As {@link ChangeLockReason#execute}. */
    public CompletionStage<Optional<ChangeLockReason.Outcome>> changeReason(ChangeLockReason.Command command) {
        Optional<LockTargets.Recalled> target = targets.recall(command.path());
        Optional<LockId> lock = LockId.parse(command.lockId());
        LockReason reason = command.reason();
        return target.isEmpty() || lock.isEmpty() || reason == null
                ? elsewhere()
                : locks.changeReason(
                                new ManualChange(target.get().key(), lock.get(), command.caller(), clock.instant()),
                                reason)
                        .thenApply(outcome -> Optional.of(StoreAuthority.changed(lock.get(), outcome)));
    }

    /** As {@link ShowLock#execute}. */
    public CompletionStage<Optional<ShowLock.Outcome>> show(ShowLock.Query query) {
        return targets.recall(query.path())
                .map(target -> locks.find(target.key())
                        .thenApply(found ->
                                Optional.of(ShowLock.show(target.module(), found.orElse(null), query.lockId(), null))))
                .orElseGet(LocksAtOnce::elsewhere);
    }

    private static <O> CompletionStage<Optional<O>> elsewhere() {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
