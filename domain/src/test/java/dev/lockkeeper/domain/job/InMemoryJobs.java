package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@link Jobs} in memory. */
public final class InMemoryJobs implements Jobs {

    private final TreeMap<Long, Job> jobs = new TreeMap<>();

    /** Puts a queued job there. */
    public synchronized JobId add(JobKind kind, ModuleId module) {
        JobId id = new JobId(1_777_000_000_004_000_001L + jobs.size());
        jobs.put(id.value(), new Job(id, kind, module, JobState.QUEUED, 0, 0, 0, 0, 0, 0, null, null));
        return id;
    }

    /** Whether the module has a job of this kind that is not over. */
    public synchronized boolean isOpen(ModuleId module, JobKind kind) {
        return open(module).stream().anyMatch(job -> job.kind() == kind);
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(jobs.get(id.value()));
    }

    @Override
    public synchronized List<Job> list(@Nullable JobId before, int limit) {
        return jobs.values().stream()
                .filter(job -> before == null || job.id().value() < before.value())
                .sorted(Comparator.comparingLong((Job job) -> job.id().value()).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<ModuleId> modulesWithWork() {
        return jobs.values().stream()
                .filter(job -> !job.isOver())
                .map(Job::module)
                .distinct()
                .toList();
    }

    @Override
    public synchronized Optional<Job> next(ModuleId module) {
        return open(module).stream().findFirst();
    }

    @Override
    public synchronized void begin(JobId id, long total, Instant at) {
        change(id, job -> job.state() == JobState.QUEUED ? with(job, JobState.RUNNING, total, at, null) : job);
    }

    @Override
    public synchronized void end(JobId id, JobState state, Instant at) {
        change(id, job -> job.isOver() ? job : with(job, state, job.total(), job.startedAt(), at));
    }

    /** Moves a job on from where {@code before} saw it; empty when somebody else has, or it is not running. */
    public synchronized Optional<Job> advance(Job before, long reached, long looked, long locked, long released) {
        Job job = jobs.get(before.id().value());
        if (job == null || job.state() != JobState.RUNNING || job.reached() != before.reached()) {
            return Optional.empty();
        }
        Job after = new Job(
                job.id(),
                job.kind(),
                job.module(),
                job.state(),
                job.total(),
                job.done() + looked,
                job.locked() + locked,
                job.released() + released,
                job.failed(),
                reached,
                job.startedAt(),
                job.finishedAt());
        jobs.put(job.id().value(), after);
        return Optional.of(after);
    }

    private List<Job> open(ModuleId module) {
        return jobs.values().stream()
                .filter(job -> job.module().equals(module) && !job.isOver())
                .toList();
    }

    private void change(JobId id, UnaryOperator<Job> change) {
        jobs.computeIfPresent(id.value(), (key, job) -> change.apply(job));
    }

    private static Job with(
            Job job, JobState state, long total, @Nullable Instant startedAt, @Nullable Instant finishedAt) {
        return new Job(
                job.id(),
                job.kind(),
                job.module(),
                state,
                total,
                job.done(),
                job.locked(),
                job.released(),
                job.failed(),
                job.reached(),
                startedAt,
                finishedAt);
    }
}
