package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.lock.LockSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this process has just committed of locks.
 *
 * @param before the revision that came before them; where they are none, the one that they were looked at under
 * @param after the revision of the last of them
 * @param changed how the records stand with them, in the order of their revisions, which are all those in between
 */
public record CommittedLocks(long before, long after, List<Standing> changed) {

    /**
     * How a record stands.
     *
     * @param held null when it has no lock
     */
    public record Standing(
            long module, long record, @Nullable Held held) {}

    /**
     * A lock.
     *
     * @param lockedAt in microseconds since 1970
     * @param owner null where a rule alone holds it
     * @param reason null where a rule alone holds it
     * @param rule null where a person alone holds it
     */
    public record Held(
            long id,
            LockSource source,
            long lockedAt,
            @Nullable Long owner,
            @Nullable String reason,
            @Nullable Long rule) {}
}
