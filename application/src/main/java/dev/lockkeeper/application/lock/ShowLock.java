package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockedRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows the lock of a record. */
public final class ShowLock {

    private final LockTargets targets;
    private final LockAuthority authority;

    public ShowLock(LockTargets targets, LockAuthority authority) {
        this.targets = targets;
        this.authority = authority;
    }

    /**
     * Which lock to show.
     *
     * @param lockId the lock asked for; null asks for whichever the record has
     */
    public record Query(RecordPath path, @Nullable String lockId) {}

    /** What there is to show. */
    public sealed interface Outcome permits TargetRefusal, Shown, NotLocked, NoSuchLock, Unsettled {}

    /**
     * What there is.
     *
     * @param asOf since when changes made elsewhere may not have been seen; null when that does not apply
     */
    public record Shown(
            CrmModule module, LockedRecord locked, @Nullable Instant asOf) implements Outcome {}

    /**
     * The record has no lock.
     *
     * @param asOf as in {@link Shown}
     */
    public record NotLocked(@Nullable Instant asOf) implements Outcome {}

    /** The record is being locked, and whether it has the lock by now is not known. */
    public record Unsettled() implements Outcome {}

    /** The record has no lock of the id asked for. */
    public record NoSuchLock() implements Outcome {}

    public Outcome execute(Query query) {
        return switch (targets.resolve(query.path())) {
            case LockTargets.NotFound(TargetRefusal refusal) -> refusal;
            case LockTargets.Found(LockTarget target) -> show(target, query.lockId());
        };
    }

    private Outcome show(LockTarget target, @Nullable String lockId) {
        return switch (authority.view(target.key())) {
            case LockAuthority.Settled(@Nullable LockedRecord locked) ->
                show(target.module(), locked, lockId, target.configuration().asOf());
            case LockAuthority.Unsettled() -> new Unsettled();
        };
    }

    static Outcome show(
            CrmModule module, @Nullable LockedRecord locked, @Nullable String lockId, @Nullable Instant asOf) {
        if (lockId != null && !isNamed(locked, lockId)) {
            return new NoSuchLock();
        }
        return locked == null ? new NotLocked(asOf) : new Shown(module, locked, asOf);
    }

    private static boolean isNamed(@Nullable LockedRecord locked, String lockId) {
        return locked != null
                && LockId.parse(lockId).filter(locked.lock().id()::equals).isPresent();
    }
}
