package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which active locks to find; a criterion that is null selects nothing out.
 *
 * @param lockedBefore only locks taken earlier than this
 * @param after only what comes after this place in the answer's order
 * @param limit at most so many, 1 or more
 */
public record LockSearch(
        @Nullable ModuleId module,
        @Nullable LockSource source,
        @Nullable UserId lockedBy,
        @Nullable Instant lockedBefore,
        @Nullable Place after,
        int limit) {

    public LockSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("A search finds at least one: " + limit);
        }
    }

    /** A lock's place in the order of the answer: newest first, and by descending id where times are equal. */
    public record Place(Instant lockedAt, LockId lock) {

        public static Place of(RecordLock lock) {
            return new Place(lock.lockedAt(), lock.id());
        }
    }
}
