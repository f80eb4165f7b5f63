package dev.lockkeeper.application.decision;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.decision.AccessRules;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.Restrictions;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows everything that a user may and may not do to a record now: what a user interface greys out. */
public final class ShowAccess {

    private static final List<Action> ACTIONS = actions();

    private final FactFinder facts;

    public ShowAccess(FactFinder facts) {
        this.facts = facts;
    }

    /**
     * Whose standing towards which record.
     *
     * @param atLeast as in {@link Decide.Query}
     */
    public record Query(String module, String recordId, String user, Revision atLeast) {}

    /** What became of it. */
    public sealed interface Outcome {}

    /**
     * What the user may and may not do.
     *
     * @param actions one for each, but for the custom buttons
     * @param buttons the custom buttons that the module's configuration names; no other is restricted
     * @param editableFields api names of the fields that the user may change now
     */
    public record Shown(
            CrmModule module,
            RecordId record,
            User user,
            Facts facts,
            List<Decide.Decided> actions,
            List<Decide.Decided> buttons,
            List<String> editableFields)
            implements Outcome {}

    public record UnknownModule() implements Outcome {}

    public record InvalidRecordId() implements Outcome {}

    public record UnknownUser() implements Outcome {}

    /** As {@link Decide.NotKnown}. */
    public record NotKnown() implements Outcome {}

    public Outcome execute(Query query) {
        Optional<RecordId> record = RecordId.parse(query.recordId());
        if (record.isEmpty()) {
            return new InvalidRecordId();
        }
        Question question = new Question(new Subject(query.user(), false, null), query.module(), record.get());
        return facts.search()
                .find(question, query.atLeast())
                .map(found -> show(record.get(), found))
                .orElseGet(NotKnown::new);
    }

    private static Outcome show(RecordId record, FactFinder.Found found) {
        CrmModule module = found.facts().module();
        User user = found.facts().actor().user();
        if (module == null) {
            return new UnknownModule();
        }
        if (user == null) {
            return new UnknownUser();
        }
        Restrictions restrictions = found.facts().restrictions();
        List<Action> buttons = restrictions == null
                ? List.of()
                : restrictions.buttons().stream().map(ShowAccess::press).toList();
        return new Shown(
                module,
                record,
                user,
                found.facts(),
                Decide.decided(ACTIONS, found),
                Decide.decided(buttons, found),
                editableFields(module, found.facts()));
    }

    private static Action press(CustomButton button) {
        return new Action.Press(button);
    }

    /** Those of the module, and excluded ones that only the CRM knows. */
    private static List<String> editableFields(CrmModule module, Facts facts) {
        Set<String> fields = new LinkedHashSet<>();
        module.fields().stream()
                .filter(field -> !field.readOnly())
                .map(CrmField::apiName)
                .forEach(fields::add);
        if (facts.restrictions() != null) {
            fields.addAll(facts.restrictions().excludedFields());
        }
        return fields.stream()
                .filter(field -> AccessRules.decide(facts, new Action.Update(List.of(field)))
                        .permitted())
                .toList();
    }

    private static List<Action> actions() {
        List<Action> actions = new ArrayList<>(List.of(new Action.Read(), new Action.Update(List.of())));
        for (RestrictedAction action : RestrictedAction.values()) {
            if (action != RestrictedAction.UPDATE) {
                actions.add(new Action.Perform(action));
            }
        }
        for (RestrictedCommunication communication : RestrictedCommunication.values()) {
            actions.add(new Action.Communicate(communication));
        }
        actions.add(new Action.Lock());
        actions.add(new Action.Unlock());
        return List.copyOf(actions);
    }
}
