package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the lock of a record. */
public final class ShowLock {

    private final LockTargets targets;
    private final Locks locks;

    public ShowLock(LockTargets targets, Locks locks) {
        this.targets = targets;
        this.locks = locks;
    }

    /**
     * Which lock to show.
     *
     * @param lockId the lock asked for; null asks for whichever the record has
     */
    public record Query(RecordPath path, @Nullable String lockId) {}

    /** What there is to show. */
    public sealed interface Outcome permits TargetRefusal, Shown, NotLocked, NoSuchLock {}

    public record Shown(CrmModule module, LockedRecord locked) implements Outcome {}

    public record NotLocked() implements Outcome {}

    /** The record has no lock of the id asked for. */
    public record NoSuchLock() implements Outcome {}

    public Outcome execute(Query query) {
        return switch (targets.resolve(query.path())) {
            case LockTargets.NotFound(TargetRefusal refusal) -> refusal;
            case LockTargets.Found target -> show(target, query.lockId());
        };
    }

    private Outcome show(LockTargets.Found target, @Nullable String lockId) {
        Optional<LockedRecord> locked = locks.find(target.key());
        if (lockId == null) {
            return locked.<Outcome>map(found -> new Shown(target.module(), found))
                    .orElseGet(NotLocked::new);
        }
        Optional<LockId> id = LockId.parse(lockId);
        return locked.filter(found -> id.filter(found.lock().id()::equals).isPresent())
                .<Outcome>map(found -> new Shown(target.module(), found))
                .orElseGet(NoSuchLock::new);
    }
}
