package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jobs and their progress: driven port. A job is made by the very step that makes it necessary, such as a change of
 * a configuration, so that neither can be lost without the other.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Jobs {

    /** The job of this id. */
    Optional<Job> find(JobId id);

    /**
     * Jobs, latest first.
     *
     * @param before only those with a lower id; null for the latest of all
     * @param limit at most so many, 1 or more
     */
    List<Job> list(@Nullable JobId before, int limit);

    /** The modules that have a job which is not over. */
    List<ModuleId> modulesWithWork();

    /** The module's oldest job that is not over. */
    Optional<Job> next(ModuleId module);

    /** Says that a queued job has begun, and how many records it has to look at. Without effect on any other. */
    void begin(JobId id, long total, Instant at);

    /** Says that a job is over, in this state. Without effect on one that is over. */
    void end(JobId id, JobState state, Instant at);
}
