package dev.lockkeeper.adapter.rest.job;

import dev.lockkeeper.domain.job.Job;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as the management API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
record JobResponse(
        String id,
        String kind,
        String state,
        long total,
        long done,
        long locked,
        long released,
        long failed,
        @Nullable String startedAt,
        @Nullable String finishedAt) {

    static JobResponse from(Job job) {
        return new JobResponse(
                job.id().toString(),
                job.kind().name().toLowerCase(Locale.ROOT),
                job.state().name().toLowerCase(Locale.ROOT),
                job.total(),
                job.done(),
                job.locked(),
                job.released(),
                job.failed(),
                text(job.startedAt()),
                text(job.finishedAt()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
