package dev.lockkeeper.adapter.persistence.job;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of {@code job}. */
@MappedEntity("job")
record JobRow(
        @Id long id,
        String kind,
        long moduleId,
        String state,
        long total,
        long done,
        long locked,
        long released,
        long failed,
        long reached,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    Job toDomain() {
        return new Job(
                new JobId(id),
                JobKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                new ModuleId(moduleId),
                JobState.valueOf(state.toUpperCase(Locale.ROOT)),
                total,
                done,
                locked,
                released,
                failed,
                reached,
                startedAt,
                finishedAt);
    }
}
