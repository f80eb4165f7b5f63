package dev.lockkeeper.application.decision;

import static dev.lockkeeper.application.decision.DecisionFixture.REVISION;
import static dev.lockkeeper.application.decision.DecisionFixture.finder;
import static dev.lockkeeper.application.decision.ScriptedIndex.LOADING;
import static dev.lockkeeper.application.decision.ScriptedIndex.NOT_KNOWN;
import static dev.lockkeeper.application.decision.ScriptedIndex.answering;
import static dev.lockkeeper.application.decision.ScriptedIndex.away;
import static dev.lockkeeper.application.decision.ScriptedIndex.known;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.COLLEAGUE;
import static dev.lockkeeper.domain.decision.SampleFacts.LEADS;
import static dev.lockkeeper.domain.decision.SampleFacts.SALES;
import static dev.lockkeeper.domain.decision.SampleFacts.elsewhere;
import static dev.lockkeeper.domain.decision.SampleFacts.locked;
import static dev.lockkeeper.domain.decision.SampleFacts.unlocked;
import static dev.lockkeeper.domain.decision.SampleRestrictions.USUAL;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeFields;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeProfile;
import static dev.lockkeeper.domain.decision.SampleRestrictions.restrict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.decision.FactFinder.Source;
import dev.lockkeeper.application.decision.ScriptedIndex.Look;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.decision.AccessRules;
import dev.lockkeeper.domain.decision.Action;
import dev.lockkeeper.domain.decision.Actor;
import dev.lockkeeper.domain.decision.Facts;
import dev.lockkeeper.domain.decision.Question;
import dev.lockkeeper.domain.decision.Subject;
import dev.lockkeeper.domain.lock.RecordId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowAccessTest {

    private static final String RECORD = "4711";
    private static final CustomButton APPROVE = new CustomButton("901", "Approve");
    private static final CustomButton PRINT = new CustomButton(null, "Print");

    private static final List<String> WRITABLE = LEADS.fields().stream()
            .filter(field -> !field.readOnly())
            .map(CrmField::apiName)
            .toList();

    @Test
    void asksForTheUserByTheIdAlone() {
        ScriptedIndex index = answering(known(unlocked(USUAL, COLLEAGUE)));
        execute(index);

        assertThat(index.looks)
                .containsExactly(
                        new Look(new Question(new Subject("2", false, null), "leads", new RecordId(4711)), REVISION));
    }

    @Test
    void showsEveryActionWithItsDecision() {
        Facts facts = locked(USUAL, BY_OWNER, COLLEAGUE);
        ShowAccess.Shown shown = shown(facts);

        assertThat(shown.module()).isEqualTo(LEADS);
        assertThat(shown.record()).isEqualTo(new RecordId(4711));
        assertThat(shown.user()).isEqualTo(COLLEAGUE);
        assertThat(shown.facts()).isEqualTo(facts);
        assertThat(shown.actions())
                .containsExactlyElementsOf(Stream.of(
                                new Action.Read(),
                                new Action.Update(List.of()),
                                new Action.Perform(RestrictedAction.CONVERT),
                                new Action.Perform(RestrictedAction.DELETE),
                                new Action.Perform(RestrictedAction.CHANGE_OWNER),
                                new Action.Perform(RestrictedAction.TAGS),
                                new Action.Communicate(RestrictedCommunication.SEND_MAIL),
                                new Action.Communicate(RestrictedCommunication.SEND_SURVEY),
                                new Action.Communicate(RestrictedCommunication.SEND_PORTAL_INVITATION),
                                new Action.Lock(),
                                new Action.Unlock())
                        .map(action -> decided(facts, action))
                        .toList());
    }

    @Test
    void showsTheButtonsThatTheConfigurationNames() {
        Facts facts = locked(restrict(USUAL, APPROVE, PRINT), BY_OWNER, COLLEAGUE);

        assertThat(shown(facts).buttons())
                .containsExactly(decided(facts, new Action.Press(APPROVE)), decided(facts, new Action.Press(PRINT)))
                .noneMatch(button -> button.decision().permitted());
        assertThat(shown(unlocked(restrict(USUAL, APPROVE), COLLEAGUE)).buttons())
                .hasSize(1)
                .allMatch(button -> button.decision().permitted());
    }

    @Test
    void showsNoButtonsWithoutAConfiguration() {
        assertThat(shown(unlocked(null, COLLEAGUE)).buttons()).isEmpty();
    }

    @Test
    void showsEveryFieldThatCanBeWrittenWhereNothingIsInTheWay() {
        assertThat(WRITABLE).isNotEmpty().hasSizeLessThan(LEADS.fields().size());
        assertThat(shown(unlocked(USUAL, COLLEAGUE)).editableFields()).isEqualTo(WRITABLE);
        assertThat(shown(unlocked(null, COLLEAGUE)).editableFields()).isEqualTo(WRITABLE);
        assertThat(shown(locked(excludeProfile(USUAL, SALES), BY_OWNER, COLLEAGUE))
                        .editableFields())
                .isEqualTo(WRITABLE);
    }

    @Test
    void showsTheExcludedFieldsOfALockedRecordEvenThoseThatOnlyTheCrmKnows() {
        assertThat(shown(locked(excludeFields(USUAL, "City", "Added_in_the_CRM"), BY_OWNER, COLLEAGUE))
                        .editableFields())
                .containsExactly("City", "Added_in_the_CRM");
    }

    @Test
    void showsNoFieldOfALockedRecordWhereNoneIsExcluded() {
        assertThat(shown(locked(USUAL, BY_OWNER, COLLEAGUE)).editableFields()).isEmpty();
        assertThat(shown(locked(null, BY_OWNER, COLLEAGUE)).editableFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abc", "-1", "9223372036854775808"})
    void refusesWhatIsNoRecordIdBeforeItLooks(String recordId) {
        ScriptedIndex index = answering(NOT_KNOWN);

        assertThat(new ShowAccess(finder(index)).execute(new ShowAccess.Query("Leads", recordId, "2", REVISION)))
                .isEqualTo(new ShowAccess.InvalidRecordId());
        assertThat(index.looks).isEmpty();
    }

    @Test
    void refusesAModuleThatIsNotKnownWhoeverAsks() {
        assertThat(execute(answering(known(elsewhere(COLLEAGUE))))).isEqualTo(new ShowAccess.UnknownModule());
        assertThat(execute(answering(known(new Facts(REVISION, null, null, null, Actor.unknown(false, null))))))
                .isEqualTo(new ShowAccess.UnknownModule());
    }

    @Test
    void refusesAUserWhoIsNotKnown() {
        assertThat(execute(answering(known(new Facts(REVISION, LEADS, USUAL, null, Actor.unknown(false, null))))))
                .isEqualTo(new ShowAccess.UnknownUser());
    }

    @Test
    void saysThatNothingCanBeKnown() {
        assertThat(execute(answering(NOT_KNOWN))).isEqualTo(new ShowAccess.NotKnown());
        assertThat(new ShowAccess(finder(answering(LOADING), away())).execute(query()))
                .isEqualTo(new ShowAccess.NotKnown());
    }

    private static ShowAccess.Shown shown(Facts facts) {
        return (ShowAccess.Shown) execute(answering(known(facts)));
    }

    private static ShowAccess.Outcome execute(ScriptedIndex index) {
        return new ShowAccess(finder(index)).execute(query());
    }

    private static ShowAccess.Query query() {
        return new ShowAccess.Query("leads", RECORD, "2", REVISION);
    }

    private static Decide.Decided decided(Facts facts, Action action) {
        return new Decide.Decided(action, facts, AccessRules.decide(facts, action), Source.INDEX);
    }
}
