package dev.lockkeeper.adapter.persistence.job;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.job.Jobs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Jobs} on PostgreSQL. */
@Singleton
final class JdbcJobs implements Jobs {

    private final Database database;
    private final JobRepository repository;

    JdbcJobs(Database database, JobRepository repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public Optional<Job> find(JobId id) {
        return database.ask(() -> repository.findById(id.value())).map(JobRow::toDomain);
    }

    @Override
    public List<Job> list(@Nullable JobId before, int limit) {
        long below = before == null ? Long.MAX_VALUE : before.value();
        return database.ask(() -> repository.latest(below, limit)).stream()
                .map(JobRow::toDomain)
                .toList();
    }

    @Override
    public List<ModuleId> modulesWithWork() {
        return database.ask(repository::modulesWithWork).stream()
                .map(ModuleId::new)
                .toList();
    }

    @Override
    public Optional<Job> next(ModuleId module) {
        return database.ask(() -> repository.oldestOpen(module.value())).map(JobRow::toDomain);
    }

    @Override
    public void begin(JobId id, long total, Instant at) {
        database.tell(() -> repository.begin(id.value(), total, at));
    }

    @Override
    public void end(JobId id, JobState state, Instant at) {
        // From here on others may take it that decisions know of what the job did.
        database.follower().await();
        database.tell(() -> repository.end(id.value(), state.name().toLowerCase(Locale.ROOT), at));
    }
}
