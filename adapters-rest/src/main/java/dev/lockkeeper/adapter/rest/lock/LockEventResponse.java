package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockReason;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An entry of a record's history as the management API shows it. */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record LockEventResponse(
        long revision,

        @Schema(ref = "#/components/schemas/LockEventKind") String event,

        @Schema(type = "string", format = "date-time") String at,
        @Nullable UserResponse by,
        @Nullable String reason,

        @Schema(ref = "#/components/schemas/LockEventSource")
        String source,

        @IdSchema @Nullable String ruleId,
        @IdSchema String lockId,

        @Schema(ref = "#/components/schemas/LockEventCause") String cause) {

    /** What was found in the CRM says so in place of who held the lock. */
    private static String source(LockEvent event) {
        return event.cause() == LockEvent.Cause.CRM
                ? "zoho"
                : event.source().name().toLowerCase(Locale.ROOT);
    }

    static LockEventResponse from(LockEvent event) {
        UserRef by = event.by();
        LockReason reason = event.reason();
        RuleId rule = event.rule();
        return new LockEventResponse(
                event.revision().value(),
                event.kind().name().toLowerCase(Locale.ROOT),
                event.at().toString(),
                by == null ? null : UserResponse.from(by),
                reason == null ? null : reason.text(),
                source(event),
                rule == null ? null : rule.toString(),
                event.lock().toString(),
                event.cause().name().toLowerCase(Locale.ROOT));
    }
}
