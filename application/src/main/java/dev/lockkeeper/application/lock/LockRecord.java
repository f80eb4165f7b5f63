package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import org.jspecify.annotations.Nullable;

/** Locks a record by hand. */
public final class LockRecord {

    private final LockTargets targets;
    private final LockAuthority authority;

    public LockRecord(LockTargets targets, LockAuthority authority) {
        this.targets = targets;
        this.authority = authority;
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
            permits TargetRefusal,
                    Locked,
                    NotPermitted,
                    ReasonRefused,
                    AutomaticOnly,
                    AlreadyLocked,
                    ElsewhereOutcome {}

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
            case LockTargets.Found(LockTarget target) -> lock(target, command.caller(), command.reason());
        };
    }

    private Outcome lock(LockTarget target, User caller, @Nullable LockReason reason) {
        if (!caller.may(Permission.LOCK)) {
            return new NotPermitted();
        }
        if (reason == null) {
            return new ReasonRefused();
        }
        if (!target.configuration().lockType().allowsManualLocks()) {
            return new AutomaticOnly();
        }
        return authority.lock(target, caller, reason);
    }
}
