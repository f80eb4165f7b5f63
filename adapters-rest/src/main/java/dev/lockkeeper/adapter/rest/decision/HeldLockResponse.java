package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.NullableAnswerSchema;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.Restrictions;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lock that a decision is about.
 *
 * @param id null while the CRM that decides is being asked for the lock
 * @param reason null when a rule alone holds it, as is who locked it
 * @param rule null when a person alone holds it
 */
@NullableAnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record HeldLockResponse(
        @IdSchema @Nullable String id,

        @Schema(ref = "#/components/schemas/LockSource") String source,

        @Nullable String reason,
        @Nullable Holder lockedBy,
        @Schema(type = "string", format = "date-time") String lockedTime,
        @Nullable Rule rule) {

    /** The person who holds it. */
    @NullableAnswerSchema
    @Serdeable
    record Holder(@IdSchema String id, String name) {}

    /** @param name null when the rule was deleted since it took the record */
    @NullableAnswerSchema
    @Serdeable
    record Rule(@IdSchema String id, @Nullable String name) {}

    /** @param restrictions know what rules are called; null when the module has no configuration any more */
    static HeldLockResponse from(HeldLock lock, @Nullable Restrictions restrictions) {
        ManualHold hold = lock.origin().manual().orElse(null);
        RuleId rule = lock.origin().heldByRule().orElse(null);
        return new HeldLockResponse(
                lock.id() == null ? null : lock.id().toString(),
                lock.origin().source().name().toLowerCase(Locale.ROOT),
                hold == null ? null : hold.reason().text(),
                hold == null ? null : holder(hold.owner()),
                lock.lockedAt().toString(),
                rule == null ? null : rule(rule, restrictions));
    }

    private static Holder holder(UserRef owner) {
        return new Holder(owner.id().toString(), owner.name());
    }

    private static Rule rule(RuleId rule, @Nullable Restrictions restrictions) {
        return new Rule(
                rule.toString(),
                restrictions == null ? null : restrictions.ruleNames().get(rule));
    }
}
