package dev.lockkeeper.application.job;

import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.Jobs;
import java.util.Optional;

/** Finds a job. */
public final class FindJob {

    private final Jobs jobs;

    public FindJob(Jobs jobs) {
        this.jobs = jobs;
    }

    /** The job of this id, as a caller wrote it. */
    public Optional<Job> execute(String id) {
        return JobId.parse(id).flatMap(jobs::find);
    }
}
