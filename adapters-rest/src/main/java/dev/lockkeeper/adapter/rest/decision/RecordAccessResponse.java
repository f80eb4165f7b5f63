package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.application.decision.Decide;
import dev.lockkeeper.application.decision.ShowAccess;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.identity.UserRef;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user may and may not do to a record now.
 *
 * @param actions by their names in evaluations
 */
@AnswerSchema
@Serdeable(naming = SnakeCaseStrategy.class)
record RecordAccessResponse(
        String module,
        @IdSchema String id,
        Person user,
        long revision,
        boolean locked,
        @Nullable HeldLockResponse lock,

        @Schema(ref = "#/components/schemas/ActionDecisions")
        Map<String, ActionDecision> actions,

        List<ButtonDecision> customButtons,
        List<String> editableFields) {

    /** The user. */
    @AnswerSchema
    @Serdeable
    record Person(@IdSchema String id, String name) {}

    /** Whether one thing may be done, and why. */
    @AnswerSchema
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ActionDecision(
            boolean decision,
            @Schema(ref = "#/components/schemas/ReasonCode") String reasonCode) {}

    /** The same of a custom button, as it is named in the module's configuration. */
    @AnswerSchema
    @Serdeable(naming = SnakeCaseStrategy.class)
    record ButtonDecision(
            @IdSchema @Nullable String id,
            @Nullable String name,
            boolean decision,
            @Schema(ref = "#/components/schemas/ReasonCode") String reasonCode) {}

    static RecordAccessResponse from(ShowAccess.Shown shown) {
        Facts facts = shown.facts();
        HeldLock lock = facts.lock();
        UserRef user = shown.user().ref();
        return new RecordAccessResponse(
                shown.module().apiName(),
                shown.record().toString(),
                new Person(user.id().toString(), user.name()),
                facts.revision().value(),
                lock != null,
                lock == null ? null : HeldLockResponse.from(lock, facts.restrictions()),
                actions(shown.actions()),
                shown.buttons().stream().map(RecordAccessResponse::button).toList(),
                shown.editableFields());
    }

    private static Map<String, ActionDecision> actions(List<Decide.Decided> decisions) {
        Map<String, ActionDecision> actions = new LinkedHashMap<>();
        for (Decide.Decided decided : decisions) {
            actions.put(
                    ActionNames.of(decided.action()),
                    new ActionDecision(
                            decided.decision().permitted(),
                            decided.decision().reason().wireName()));
        }
        return actions;
    }

    private static ButtonDecision button(Decide.Decided decided) {
        CustomButton button = ((Action.Press) decided.action()).button();
        return new ButtonDecision(
                button.id(),
                button.name(),
                decided.decision().permitted(),
                decided.decision().reason().wireName());
    }
}
