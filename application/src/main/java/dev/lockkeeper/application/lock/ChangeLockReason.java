package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the manual lock of a record another reason. */
public final class ChangeLockReason {

    private final LockTargets targets;
    private final LockAuthority authority;
    private final Locks locks;
    private final Clock clock;

    public ChangeLockReason(LockTargets targets, LockAuthority authority, Locks locks, Clock clock) {
        this.targets = targets;
        this.authority = authority;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Who wants to change which lock's reason.
     *
     * @param reason null when the caller sent none that could be accepted, as in {@link LockRecord.Command}
     */
    public record Command(
            RecordPath path,
            String lockId,
            User caller,
            @Nullable LockReason reason) {}

    /** What became of it; only {@link Changed} changed anything. */
    public sealed interface Outcome
            permits TargetRefusal, Changed, NoSuchLock, NotPermitted, ReasonRefused, HeldByRule, ElsewhereOutcome {}

    public record Changed(LockId lock, Revision revision) implements Outcome {}

    /** The record has no lock of this id. */
    public record NoSuchLock() implements Outcome {}

    /** Somebody else's lock, and the caller may not lock. */
    public record NotPermitted() implements Outcome {}

    /** The command came without an acceptable reason. */
    public record ReasonRefused() implements Outcome {}

    public record HeldByRule() implements Outcome {}

    public Outcome execute(Command command) {
        return switch (targets.resolve(command.path())) {
            case LockTargets.NotFound(TargetRefusal refusal) -> refusal;
            case LockTargets.Found(LockTarget target) -> {
                Optional<LockId> lock = LockId.parse(command.lockId());
                yield lock.isPresent() ? change(target, lock.get(), command) : new NoSuchLock();
            }
        };
    }

    private Outcome change(LockTarget target, LockId id, Command command) {
        ManualChange change = new ManualChange(target.key(), id, command.caller(), clock.instant());
        LockReason reason = command.reason();
        if (reason == null) {
            return refuse(change);
        }
        return authority.changeReason(target, change, reason);
    }

    /** Lock id and permission are judged before the body. */
    private Outcome refuse(ManualChange change) {
        Optional<RecordLock> lock = locks.find(change.key())
                .map(LockedRecord::lock)
                .filter(found -> found.id().equals(change.lock()));
        if (lock.isEmpty()) {
            return new NoSuchLock();
        }
        boolean permitted =
                !change.ownOnly() || lock.get().isOwnedBy(change.by().id());
        return permitted ? new ReasonRefused() : new NotPermitted();
    }
}
