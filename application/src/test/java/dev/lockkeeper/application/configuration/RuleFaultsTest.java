package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.faultOf;
import static dev.lockkeeper.application.configuration.Draft.comparison;
import static dev.lockkeeper.application.configuration.Draft.judging;
import static dev.lockkeeper.application.configuration.Draft.removed;
import static dev.lockkeeper.application.configuration.Draft.renamed;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static dev.lockkeeper.application.configuration.Draft.stageIs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfCriteria;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfElement;
import dev.lockkeeper.application.configuration.ConfigurationFault.TooMany;
import dev.lockkeeper.domain.criteria.CriteriaFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes the rules of a draft none, where there are rules and where there are not. */
class RuleFaultsTest {

    private static final RuleDraft FINE = rule("fine", "Fine");
    private static final CriteriaFault NO_SUCH_FIELD =
            new CriteriaFault(CriteriaFault.Kind.FIELD_NOT_FOUND, "api_name", ".fields.api_name", List.of());

    private final ConfigurationFixture given = new ConfigurationFixture();

    @Test
    void ofTheNameOfANewRule() {
        assertFault(ElementFault.RULE_NAME_MISSING, 1, FINE, named(null));
        assertFault(ElementFault.RULE_NAME_MISSING, 1, FINE, named(" "));
        assertFault(ElementFault.RULE_NAME_INVALID, 1, FINE, named("a".repeat(257)));
        assertFault(ElementFault.RULE_NAME_INVALID, 1, FINE, named("a\u0000"));
    }

    @Test
    void ofTheCriteriaOfANewRule() {
        RuleDraft unknownField = new RuleDraft(null, "new", null, comparison("stage", "equal", "Won"), false);

        assertFault(ElementFault.RULE_CRITERIA_MISSING, 1, FINE, new RuleDraft(null, "new", null, null, false));
        assertFault(new OfCriteria(NO_SUCH_FIELD, 1), FINE, unknownField);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "0", "abc", ""})
    void ofTheIdOfARuleThatIsNotThere(String id) {
        assertFault(ElementFault.RULE_ID_UNKNOWN, 1, FINE, new RuleDraft(id, "new", null, stageIs("New"), false));
        assertFault(ElementFault.RULE_ID_UNKNOWN, 1, FINE, new RuleDraft(id, null, null, null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "0", "abc", ""})
    void ofTheIdOfARuleThatIsNotAmongThoseOfTheModule(String id) {
        given.created(Draft.of("both").rules(rule("won", "Won")));

        assertThat(faultOf(given.change(Draft.empty().rules(new RuleDraft(id, "new", null, null, false)))))
                .isEqualTo(new OfElement(ElementFault.RULE_ID_UNKNOWN, 0));
        assertThat(faultOf(given.change(Draft.empty().rules(new RuleDraft(id, null, null, null, true)))))
                .isEqualTo(new OfElement(ElementFault.RULE_ID_UNKNOWN, 0));
    }

    @Test
    void ofARemovalThatSaysNotOfWhat() {
        assertFault(ElementFault.RULE_ID_MISSING, 1, FINE, new RuleDraft(null, "fine", null, stageIs("Fine"), true));
    }

    @Test
    void ofANameThatTwoRulesHave() {
        assertFault(ElementFault.RULE_NAME_REPEATED, 2, FINE, named("twice"), rule("twice", "Other"));
    }

    @Test
    void notOfNamesThatDifferInCase() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("Won", "Lost")));

        assertThat(given.ruleNames()).containsExactly("won", "Won");
    }

    @Test
    void ofCriteriaThatTwoRulesHave() {
        Map<String, Object> otherOrder = new LinkedHashMap<>();
        otherOrder.put("value", "Fine");
        otherOrder.put("type", "value");
        otherOrder.put(
                "field",
                Map.of("id", given.module.findField("Stage").orElseThrow().id().toString()));
        otherOrder.put("comparator", "equal");

        assertFault(ElementFault.RULE_CRITERIA_REPEATED, 1, FINE, rule("other", "Fine"));
        assertFault(ElementFault.RULE_CRITERIA_REPEATED, 1, FINE, new RuleDraft(null, "new", null, otherOrder, false));
    }

    @Test
    void ofGroupsOfCriteriaThatDifferInTheCaseOfTheirOperatorsAlone() {
        RuleDraft lower = new RuleDraft(null, "lower", null, group("or", "Won", "Lost"), false);
        RuleDraft upper = new RuleDraft(null, "upper", null, group("OR", "Won", "Lost"), false);
        RuleDraft swapped = new RuleDraft(null, "swapped", null, group("or", "Lost", "Won"), false);

        assertFault(ElementFault.RULE_CRITERIA_REPEATED, 2, lower, swapped, upper);
    }

    @Test
    void ofAChangeThatGivesARuleTheNameOfOneThatStays() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("lost", "Lost")));

        assertThat(faultOf(given.change(Draft.empty().rules(renamed(given.rule(0), "lost")))))
                .isEqualTo(new OfElement(ElementFault.RULE_NAME_REPEATED, 0));
        assertThat(faultOf(given.change(Draft.empty().rules(FINE, rule("won", "Other")))))
                .isEqualTo(new OfElement(ElementFault.RULE_NAME_REPEATED, 1));
    }

    @Test
    void ofAChangeThatGivesARuleTheCriteriaOfOneThatStays() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("lost", "Lost")));

        assertThat(faultOf(given.change(Draft.empty().rules(judging(given.rule(0), stageIs("Lost"))))))
                .isEqualTo(new OfElement(ElementFault.RULE_CRITERIA_REPEATED, 0));
    }

    @Test
    void ofAChangeThatGivesARuleNoNameOrBadCriteria() {
        given.created(Draft.of("both").rules(rule("won", "Won")));

        assertThat(faultOf(given.change(Draft.empty().rules(renamed(given.rule(0), " ")))))
                .isEqualTo(new OfElement(ElementFault.RULE_NAME_MISSING, 0));
        assertThat(faultOf(
                        given.change(Draft.empty().rules(judging(given.rule(0), comparison("stage", "equal", "Won"))))))
                .isEqualTo(new OfCriteria(NO_SUCH_FIELD, 0));
    }

    @Test
    void ofARuleThatIsMentionedTwice() {
        given.created(Draft.of("both").rules(rule("won", "Won"), rule("lost", "Lost")));

        assertThat(faultOf(given.change(Draft.empty().rules(renamed(given.rule(0), "a"), renamed(given.rule(0), "b")))))
                .isEqualTo(new OfElement(ElementFault.RULE_ID_UNKNOWN, 1));
        assertThat(faultOf(given.change(Draft.empty().rules(removed(given.rule(0)), removed(given.rule(0))))))
                .isEqualTo(new OfElement(ElementFault.RULE_ID_UNKNOWN, 1));
        assertThat(given.ruleNames()).containsExactly("won", "lost");
    }

    @Test
    void ofMoreRulesThanThereIsRoomForBesideThoseThatStay() {
        given.created(Draft.of("both").rules(rule("1", "1"), rule("2", "2"), rule("3", "3"), rule("4", "4")));

        assertThat(faultOf(given.change(Draft.empty().rules(rule("5", "5"), rule("6", "6")))))
                .isEqualTo(new TooMany(Limit.LOCKING_RULES, 1));
        assertThat(faultOf(given.change(
                        Draft.empty().rules(removed(given.rule(0)), rule("5", "5"), rule("6", "6"), rule("7", "7")))))
                .isEqualTo(new TooMany(Limit.LOCKING_RULES, 2));
    }

    @Test
    void ofMoreRulesMentionedThanThereCanBe() {
        given.created(Draft.of("both").rules(rule("won", "Won")));
        RuleDraft unknown = new RuleDraft("4711", "a", null, null, false);

        assertThat(faultOf(given.change(Draft.empty().rules(unknown, unknown, unknown, unknown, unknown, unknown))))
                .isEqualTo(new TooMany(Limit.LOCKING_RULES, 5));
    }

    private static Map<String, Object> group(String operator, String... stages) {
        return Map.of(
                "group_operator",
                operator,
                "group",
                List.of(stages).stream().map(Draft::stageIs).toList());
    }

    private static RuleDraft named(@Nullable String name) {
        return new RuleDraft(null, name, null, stageIs("New"), false);
    }

    private void assertFault(ElementFault fault, int index, RuleDraft... rules) {
        assertFault(new OfElement(fault, index), rules);
    }

    private void assertFault(ConfigurationFault fault, RuleDraft... rules) {
        // Rules are judged whether they come into force or not.
        assertThat(faultOf(given.create(Draft.of("manual").rules(rules)))).isEqualTo(fault);
        assertThat(faultOf(given.create(Draft.of("both").rules(rules)))).isEqualTo(fault);
    }
}
