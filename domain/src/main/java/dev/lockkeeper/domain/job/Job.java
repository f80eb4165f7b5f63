package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work on the records of one module, in the order of their ids. Immutable: a picture of one moment.
 *
 * @param module whose records it works on; jobs of one module are done one after the other
 * @param total how many records there were to look at as it began; 0 before, and when they were too many
 *     to be counted in time
 * @param done how many it has looked at
 * @param locked how many of these it locked, or joined to a person's lock
 * @param released how many of these it released from a rule, or unlocked
 * @param failed how many of these it could not judge; so far there is no reason for which it could not
 * @param reached the id of the last record looked at; 0 before the first
 */
public record Job(
        JobId id,
        JobKind kind,
        ModuleId module,
        JobState state,
        long total,
        long done,
        long locked,
        long released,
        long failed,
        long reached,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Whether there is nothing left to do. */
    public boolean isOver() {
        return switch (state) {
            case QUEUED, RUNNING -> false;
            case DONE, FAILED -> true;
        };
    }
}
