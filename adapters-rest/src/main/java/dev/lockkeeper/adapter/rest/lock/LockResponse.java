package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.application.lock.SearchLocks.LockInModule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.RecordLock;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lock as the management API shows it. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record LockResponse(
        @IdSchema String id,
        String module,
        @IdSchema String recordId,
        @Nullable String recordName,

        @Schema(ref = "#/components/schemas/LockSource") String source,

        @Nullable String reason,
        @Nullable UserResponse lockedBy,
        @Schema(type = "string", format = "date-time") String lockedTime,
        @IdSchema @Nullable String ruleId,
        @IdSchema String configurationId,
        long revision) {

    static LockResponse from(LockInModule found) {
        RecordLock lock = found.locked().lock();
        Optional<ManualHold> hold = lock.origin().manual();
        return new LockResponse(
                lock.id().toString(),
                found.module().apiName(),
                lock.key().record().toString(),
                found.locked().recordName(),
                lock.origin().source().name().toLowerCase(Locale.ROOT),
                hold.map(held -> held.reason().text()).orElse(null),
                hold.map(held -> UserResponse.from(held.owner())).orElse(null),
                lock.lockedAt().toString(),
                lock.origin().heldByRule().map(RuleId::toString).orElse(null),
                lock.configuration().toString(),
                lock.revision().value());
    }
}
