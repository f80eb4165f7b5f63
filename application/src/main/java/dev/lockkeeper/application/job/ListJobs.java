package dev.lockkeeper.application.job;

import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.Jobs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the jobs, latest first. */
public final class ListJobs {

    private final Jobs jobs;

    public ListJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Which page to show.
     *
     * @param before the last job of the page before; null for the first
     * @param limit how many a page holds at most, 1 or more
     */
    public record Query(@Nullable JobId before, int limit) {}

    /**
     * One page of jobs.
     *
     * @param more whether further jobs follow
     */
    public record Page(List<Job> jobs, boolean more) {}

    public Page execute(Query query) {
        // One more than asked for, to know whether there are more.
        List<Job> found = jobs.list(query.before(), query.limit() + 1);
        return new Page(found.stream().limit(query.limit()).toList(), found.size() > query.limit());
    }
}
