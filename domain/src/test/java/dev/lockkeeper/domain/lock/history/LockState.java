package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.Revision;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands between two operations.
 *
 * @param held its lock; null when it has none
 * @param guessed the ids that were ascribed to locks of callers who were not told them
 * @param revision the latest that was told
 */
record LockState(@Nullable Held held, Set<LockId> guessed, Revision revision) {

    static final LockState FREE = new LockState(null, Set.of(), Revision.NONE);

    /**
     * A lock.
     *
     * @param lock null for an id that nobody was ever told
     * @param owner null where a rule alone holds it
     * @param reason null where a rule alone holds it
     */
    record Held(
            @Nullable LockId lock,
            @Nullable Long owner,
            @Nullable String reason,
            boolean byRule) {}

    LockState with(@Nullable Held other, Revision told) {
        return new LockState(other, guessed, told.equals(Revision.NONE) ? revision : told);
    }

    @Override
    public String toString() {
        return held == null ? "not locked" : held.toString();
    }
}
