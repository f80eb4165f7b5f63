package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockReason;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An entry of a record's history as the management API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
record LockEventResponse(
        long revision,
        String event,
        String at,
        @Nullable UserResponse by,
        @Nullable String reason,
        String source,
        @Nullable String ruleId,
        String lockId,
        String cause) {

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
                event.source().name().toLowerCase(Locale.ROOT),
                rule == null ? null : rule.toString(),
                event.lock().toString(),
                event.cause().name().toLowerCase(Locale.ROOT));
    }
}
