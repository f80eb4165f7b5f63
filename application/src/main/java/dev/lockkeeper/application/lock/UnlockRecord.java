package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Clock;
import java.util.Optional;

/** Ends the manual lock of a record. What a rule holds stays locked. */
public final class UnlockRecord {

    private final LockTargets targets;
    private final LockAuthority authority;
    private final Clock clock;

    public UnlockRecord(LockTargets targets, LockAuthority authority, Clock clock) {
        this.targets = targets;
        this.authority = authority;
        this.clock = clock;
    }

    public record Command(RecordPath path, String lockId, User caller) {}

    /** What became of it; only {@link Unlocked} changed anything. */
    public sealed interface Outcome
            permits TargetRefusal, Unlocked, NoSuchLock, NotPermitted, HeldByRule, ElsewhereOutcome {}

    public record Unlocked(LockId lock, Revision revision) implements Outcome {}

    /** The record has no lock of this id. */
    public record NoSuchLock() implements Outcome {}

    /** Somebody else's lock, and the caller may not lock. */
    public record NotPermitted() implements Outcome {}

    public record HeldByRule() implements Outcome {}

    public Outcome execute(Command command) {
        return switch (targets.resolve(command.path())) {
            case LockTargets.NotFound(TargetRefusal refusal) -> refusal;
            case LockTargets.Found(LockTarget target) -> {
                Optional<LockId> lock = LockId.parse(command.lockId());
                yield lock.isPresent() ? unlock(target, lock.get(), command.caller()) : new NoSuchLock();
            }
        };
    }

    private Outcome unlock(LockTarget target, LockId lock, User caller) {
        return authority.unlock(target, new ManualChange(target.key(), lock, caller, clock.instant()));
    }
}
