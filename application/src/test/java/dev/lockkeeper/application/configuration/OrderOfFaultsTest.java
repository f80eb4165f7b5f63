package dev.lockkeeper.application.configuration;

import static dev.lockkeeper.application.configuration.ConfigurationFixture.faultOf;
import static dev.lockkeeper.application.configuration.Draft.rule;
import static dev.lockkeeper.application.configuration.Draft.stageIs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfElement;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.application.configuration.ConfigurationFault.TooMany;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of several faults is answered: keys in the order of the contract's table, elements in theirs. */
class OrderOfFaultsTest {

    /** One fault of each key, in order; lock type and locked_for, which decide what others need, may be right. */
    private static final List<Planted> FAULTS = List.of(
            new Planted(OfKey.LOCK_TYPE_UNKNOWN, draft -> draft.lockType("none")),
            new Planted(
                    new OfElement(ElementFault.RULE_CRITERIA_MISSING, 0),
                    draft -> draft.rules(new RuleDraft(null, "new", null, null, false))),
            new Planted(OfKey.LOCKED_FOR_UNKNOWN, draft -> draft.lockedFor("nobody")),
            new Planted(
                    new OfElement(ElementFault.PROFILE_UNNAMED, 0),
                    draft -> draft.profiles(new ProfileDraft(null, null))),
            new Planted(
                    new OfElement(ElementFault.FIELD_UNNAMED, 0), draft -> draft.fields(new FieldDraft(null, null))),
            new Planted(OfKey.FEATURE_TYPE_UNKNOWN, draft -> draft.featureType("none")),
            new Planted(new OfElement(ElementFault.ACTION_UNKNOWN, 0), draft -> draft.actions("none")),
            new Planted(new OfElement(ElementFault.COMMUNICATION_UNKNOWN, 0), draft -> draft.communications("none")),
            new Planted(
                    new OfElement(ElementFault.BUTTON_UNKNOWN, 0),
                    draft -> draft.buttons(new ButtonDraft(null, null))));

    private final ConfigurationFixture given = new ConfigurationFixture();

    /** A fault, and what puts it into a draft that was fine. */
    record Planted(ConfigurationFault fault, UnaryOperator<Draft> into) {}

    record Pair(Planted first, Planted second) {}

    private static Stream<Pair> pairs() {
        return IntStream.range(0, FAULTS.size())
                .boxed()
                .flatMap(i ->
                        IntStream.range(i + 1, FAULTS.size()).mapToObj(j -> new Pair(FAULTS.get(i), FAULTS.get(j))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void answersTheFaultOfTheEarlierKey(Pair pair) {
        Draft draft = pair.second().into().apply(pair.first().into().apply(Draft.of("manual")));

        assertThat(faultOf(given.create(draft))).isEqualTo(pair.first().fault());
    }

    @Test
    void answersTheFirstOfAllFaults() {
        Draft draft = Draft.of("manual");
        for (Planted planted : FAULTS.reversed()) {
            draft = planted.into().apply(draft);

            assertThat(faultOf(given.create(draft))).isEqualTo(planted.fault());
        }
    }

    @Test
    void missesALockTypeBeforeAnythingElse() {
        assertThat(faultOf(given.create(Draft.empty().lockedFor("nobody")))).isEqualTo(OfKey.LOCK_TYPE_MISSING);
    }

    @Test
    void missesRulesBetweenTheirFaultsAndTheNextKey() {
        assertThat(faultOf(given.create(Draft.of("both").rules(removal(null)))))
                .isEqualTo(element(ElementFault.RULE_ID_MISSING, 0));
        assertThat(faultOf(given.create(Draft.of("both").lockedFor("nobody")))).isEqualTo(OfKey.RULES_MISSING);
    }

    @Test
    void missesExcludedProfilesBetweenTheirFaultsAndTheNextKey() {
        Draft without = Draft.of("manual")
                .lockedFor("all_profiles_except_excluded_profiles")
                .fields(new FieldDraft(null, null));

        assertThat(faultOf(given.create(without))).isEqualTo(OfKey.EXCLUDED_PROFILES_MISSING);
        assertThat(faultOf(given.create(without.profiles(new ProfileDraft(null, "none")))))
                .isEqualTo(element(ElementFault.PROFILE_NAME_UNKNOWN, 0));
    }

    @Test
    void findsThatAModuleSendsNothingBeforeWhatItShallNotSend() {
        Draft draft = Draft.of("manual").communications("none").buttons(new ButtonDraft(null, null));

        assertThat(faultOf(given.create("Tasks", draft.sent()))).isEqualTo(OfKey.COMMUNICATIONS_NOT_SUPPORTED);
        assertThat(faultOf(given.create("Tasks", draft.actions("none").sent())))
                .isEqualTo(element(ElementFault.ACTION_UNKNOWN, 0));
    }

    @Test
    void findsThatAListIsTooLongBeforeItsElements() {
        ProfileDraft[] profiles =
                Collections.nCopies(16, new ProfileDraft(null, null)).toArray(ProfileDraft[]::new);
        FieldDraft[] fields =
                Collections.nCopies(16, new FieldDraft(null, null)).toArray(FieldDraft[]::new);
        ButtonDraft[] buttons =
                Collections.nCopies(31, new ButtonDraft(null, null)).toArray(ButtonDraft[]::new);
        RuleDraft[] rules = Collections.nCopies(6, new RuleDraft(null, null, null, null, false))
                .toArray(RuleDraft[]::new);

        assertThat(faultOf(given.create(Draft.of("manual").profiles(profiles))))
                .isEqualTo(new TooMany(Limit.LOCK_EXCLUDED_PROFILES, 15));
        assertThat(faultOf(given.create(Draft.of("manual").fields(fields))))
                .isEqualTo(new TooMany(Limit.EXCLUDED_FIELDS, 15));
        assertThat(faultOf(given.create(Draft.of("manual").buttons(buttons))))
                .isEqualTo(new TooMany(Limit.RESTRICTED_CUSTOM_BUTTONS, 30));
        assertThat(faultOf(given.create(Draft.of("both").rules(rules)))).isEqualTo(new TooMany(Limit.LOCKING_RULES, 5));
    }

    @Test
    void findsTheIdOfARuleBeforeItsNameAndThatBeforeItsCriteria() {
        assertRules(element(ElementFault.RULE_ID_UNKNOWN, 0), new RuleDraft("4711", " ", null, "none", false));
        assertRules(element(ElementFault.RULE_NAME_MISSING, 0), new RuleDraft(null, null, null, null, false));
        assertRules(element(ElementFault.RULE_NAME_INVALID, 0), new RuleDraft(null, "\n.", null, null, false));
    }

    @Test
    void findsWhatIsWrongWithARuleBeforeWhatIsWrongWithTheNext() {
        RuleDraft noCriteria = new RuleDraft(null, "new", null, null, false);
        RuleDraft noName = new RuleDraft(null, null, null, stageIs("Won"), false);

        assertRules(element(ElementFault.RULE_CRITERIA_MISSING, 0), noCriteria, noName);
        assertRules(element(ElementFault.RULE_NAME_MISSING, 0), noName, noCriteria);
        assertRules(element(ElementFault.RULE_NAME_MISSING, 0), noName, removal("4711"));
        assertRules(element(ElementFault.RULE_ID_UNKNOWN, 0), removal("4711"), noName);
    }

    @Test
    void findsRepetitionsLastAndThoseOfNamesFirst() {
        RuleDraft won = rule("won", "Won");

        assertRules(element(ElementFault.RULE_NAME_REPEATED, 1), won, won);
        assertRules(element(ElementFault.RULE_NAME_REPEATED, 2), won, rule("other", "Won"), rule("other", "Lost"));
        assertRules(element(ElementFault.RULE_ID_MISSING, 2), won, won, removal(null));
    }

    private static RuleDraft removal(@Nullable String id) {
        return new RuleDraft(id, null, null, null, true);
    }

    private static OfElement element(ElementFault fault, int index) {
        return new OfElement(fault, index);
    }

    private void assertRules(ConfigurationFault fault, RuleDraft... rules) {
        assertThat(faultOf(given.create(Draft.of("both").rules(rules)))).isEqualTo(fault);
    }
}
