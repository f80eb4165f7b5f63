package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.job.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Jobs that are looked for anew with every call, and may not be found. */
final class JobsThatMayFail implements Jobs {

    private final Supplier<Jobs> found;

    JobsThatMayFail(Supplier<Jobs> found) {
        this.found = found;
    }

    @Override
    public Optional<Job> find(JobId id) {
        return found.get().find(id);
    }

    @Override
    public List<Job> list(@Nullable JobId before, int limit) {
        return found.get().list(before, limit);
    }

    @Override
    public List<ModuleId> modulesWithWork() {
        return found.get().modulesWithWork();
    }

    @Override
    public Optional<Job> next(ModuleId module) {
        return found.get().next(module);
    }

    @Override
    public void begin(JobId id, long total, Instant at) {
        found.get().begin(id, total, at);
    }

    @Override
    public void end(JobId id, JobState state, Instant at) {
        found.get().end(id, state, at);
    }
}
