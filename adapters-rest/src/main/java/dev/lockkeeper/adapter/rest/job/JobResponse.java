package dev.lockkeeper.adapter.rest.job;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.job.Job;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as the management API shows it. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record JobResponse(
        @IdSchema String id,

        @Schema(ref = "#/components/schemas/JobKind") String kind,

        @Schema(ref = "#/components/schemas/JobState") String state,

        long total,
        long done,
        long locked,
        long released,
        long failed,

        @Schema(type = "string", format = "date-time") @Nullable
        String startedAt,

        @Schema(type = "string", format = "date-time") @Nullable
        String finishedAt) {

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
