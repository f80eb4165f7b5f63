package dev.lockkeeper.adapter.rest.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Decision;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.decision.ReasonCode;
import dev.lockkeeper.domain.lock.RecordId;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AuthZEN's decision. One that could not be made is a denial, whose context says why. */
@Serdeable
record EvaluationResponse(boolean decision, Context context) {

    private static final EvaluationResponse NOT_KNOWN =
            failed(HttpStatus.SERVICE_UNAVAILABLE, Refusal.NOT_KNOWN.detail());

    /**
     * What a decision rests on; what does not apply is not there.
     *
     * @param deniedFields of an update that is denied, as {@code allowedFields}
     * @param error the body that Zoho would have answered or, of an evaluation that failed, a {@link Failure}
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Context(
            @Nullable String reasonCode,
            @Nullable Long revision,
            @Nullable HeldLockResponse lock,
            @Nullable List<String> deniedFields,
            @Nullable List<String> allowedFields,
            @Nullable Object error) {}

    /** Why one evaluation of many was not made, by a status of HTTP (AuthZEN, section "Errors"). */
    @Serdeable
    record Failure(int status, String message) {}

    /** @param record that the decision is about */
    static EvaluationResponse from(Decide.Decided decided, RecordId record) {
        Facts facts = decided.facts();
        Decision decision = decided.decision();
        HeldLock lock = facts.lock();
        boolean stopped = decision.reason() == ReasonCode.LOCKED;
        boolean listsFields = !decision.permitted() && decided.action() instanceof Action.Update;
        return new EvaluationResponse(
                decision.permitted(),
                new Context(
                        decision.reason().wireName(),
                        facts.revision().value(),
                        lock == null ? null : HeldLockResponse.from(lock, facts.restrictions()),
                        listsFields ? decision.deniedFields() : null,
                        listsFields ? decision.allowedFields() : null,
                        stopped ? RecordLockedError.of(decided.action(), record) : null));
    }

    /** One of many that cannot be decided just now. */
    static EvaluationResponse notKnown() {
        return NOT_KNOWN;
    }

    /** One of many that cannot be decided as it was sent. */
    static EvaluationResponse malformed(String message) {
        return failed(HttpStatus.BAD_REQUEST, message);
    }

    private static EvaluationResponse failed(HttpStatus status, String message) {
        return new EvaluationResponse(
                false, new Context(null, null, null, null, null, new Failure(status.getCode(), message)));
    }
}
