package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.job.Job;
import java.util.List;

/**
 * The records that jobs work on, in the order of their ids: driven port.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away; for a step, the exception says
 * whether it may have been taken.
 */
public interface ExistingRecords {

    /** How many records the job has to look at, from its beginning to its end. */
    long count(Job job);

    /**
     * The next records that the job has to look at.
     *
     * @param limit at most so many, 1 or more
     */
    List<ExistingRecord> next(Job job, int limit);

    /**
     * Takes a step of a job: its verdicts take effect, as with {@link Records#report}, and the job has come further, in
     * one atomic and durable step. A record that was reported again since it was judged is left as it is.
     */
    StepOutcome take(JobStep step);
}
