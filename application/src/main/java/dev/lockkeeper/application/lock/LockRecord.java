package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordLock;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Locks a record by hand. */
public final class LockRecord {

    private final LockTargets targets;
    private final Locks locks;
    private final Clock clock;

    public LockRecord(LockTargets targets, Locks locks, Clock clock) {
        this.targets = targets;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Who wants to lock what, and why.
     *
     * @param reason null when the caller sent none that could be accepted: whatever comes earlier in the order of
     *     refusal is then still found first
     */
    public record Command(
            RecordPath path, User caller, @Nullable LockReason reason) {}

    /** What became of it; only {@link Locked} changed anything. */
    public sealed interface Outcome
            permits TargetRefusal, Locked, NotPermitted, ReasonRefused, AutomaticOnly, AlreadyLocked {}

    public record Locked(RecordLock lock) implements Outcome {}

    public record NotPermitted() implements Outcome {}

    /** The command came without an acceptable reason. */
    public record ReasonRefused() implements Outcome {}

    /** The module's records are locked by rules alone. */
    public record AutomaticOnly() implements Outcome {}

    public record AlreadyLocked() implements Outcome {}

    public Outcome execute(Command command) {
        return switch (targets.resolve(command.path())) {
            case LockTargets.NotFound(TargetRefusal refusal) -> refusal;
            case LockTargets.Found target -> lock(target, command.caller(), command.reason());
        };
    }

    private Outcome lock(LockTargets.Found target, User caller, @Nullable LockReason reason) {
        if (!caller.may(Permission.LOCK)) {
            return new NotPermitted();
        }
        if (reason == null) {
            return new ReasonRefused();
        }
        if (!target.configuration().lockType().allowsManualLocks()) {
            return new AutomaticOnly();
        }
        NewLock lock = new NewLock(
                target.key(),
                new LockOrigin.Manual(caller.ref(), reason),
                target.configuration().id(),
                clock.instant());
        return switch (locks.acquire(lock)) {
            case AcquireOutcome.Acquired(RecordLock acquired) -> new Locked(acquired);
            case AcquireOutcome.AlreadyHeld() -> new AlreadyLocked();
            case AcquireOutcome.ConfigurationGone() -> TargetRefusal.NO_CONFIGURATION;
        };
    }
}
