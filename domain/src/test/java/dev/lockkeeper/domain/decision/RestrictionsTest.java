package dev.lockkeeper.domain.decision;

import static dev.lockkeeper.domain.decision.SampleFacts.COLLEAGUE;
import static dev.lockkeeper.domain.decision.SampleFacts.SALES;
import static dev.lockkeeper.domain.decision.SampleFacts.STRANGER;
import static dev.lockkeeper.domain.decision.SampleRestrictions.USUAL;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeFields;
import static dev.lockkeeper.domain.decision.SampleRestrictions.restrict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.ProfileRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestrictionsTest {

    private static final CustomButton BY_ID = new CustomButton("901", null);
    private static final CustomButton BY_NAME = new CustomButton(null, "Approve");
    private static final CustomButton BY_BOTH = new CustomButton("901", "Approve");

    @Test
    void sayOfAFreshPolicyThatUpdatesAreRestrictedForEverybody() {
        assertThat(Restrictions.of(LockingPolicy.manual())).isEqualTo(USUAL);
    }

    @Test
    void sayWhatAPolicySays() {
        assertThat(Restrictions.of(policy(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES)))
                .isEqualTo(new Restrictions(
                        LockType.BOTH,
                        Set.of("501", "503"),
                        Set.of("Sales", "Standard"),
                        Set.of("City", "Phone"),
                        Set.of(RestrictedAction.UPDATE, RestrictedAction.TAGS),
                        Set.of(RestrictedCommunication.SEND_MAIL),
                        List.of(BY_BOTH),
                        false,
                        Map.of(new RuleId(1), "described as one", new RuleId(2), "described as two")));
    }

    @Test
    void keepFieldsAndRulesInTheirOrder() {
        Restrictions restrictions = Restrictions.of(policy(LockedFor.ALL_PROFILES));

        assertThat(restrictions.excludedFields()).containsExactly("Phone", "City");
        assertThat(restrictions.ruleNames().keySet()).containsExactly(new RuleId(2), new RuleId(1));
    }

    @Test
    void excludeProfilesOnlyWhereTheLockIsNotForAll() {
        assertThat(Restrictions.of(policy(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES))
                        .excludesProfileOf(Actor.of(COLLEAGUE)))
                .isTrue();
        assertThat(Restrictions.of(policy(LockedFor.ALL_PROFILES)).excludesProfileOf(Actor.of(COLLEAGUE)))
                .isFalse();
    }

    @Test
    void excludeAProfileByItsIdOrByItsName() {
        Restrictions restrictions = Restrictions.of(policy(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES));

        assertThat(restrictions.excludesProfileOf(profile("501", "renamed"))).isTrue();
        assertThat(restrictions.excludesProfileOf(profile("777", "Standard"))).isTrue();
        assertThat(restrictions.excludesProfileOf(profile("777", "standard"))).isFalse();
        assertThat(restrictions.excludesProfileOf(Actor.of(STRANGER))).isFalse();
    }

    @Test
    void excludeTheProfileOfSomebodyUnknownWhateverItIsCalledBy() {
        Restrictions restrictions = Restrictions.of(policy(LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES));

        assertThat(restrictions.excludesProfileOf(Actor.unknown(false, "503"))).isTrue();
        assertThat(restrictions.excludesProfileOf(Actor.unknown(false, "Standard")))
                .isTrue();
        assertThat(restrictions.excludesProfileOf(Actor.unknown(false, "Support")))
                .isFalse();
        assertThat(restrictions.excludesProfileOf(Actor.unknown(false, null))).isFalse();
    }

    @Test
    void excludeFieldsExactlyAsTheyAreSpelled() {
        Restrictions restrictions = excludeFields(USUAL, "City", "Phone");

        assertThat(restrictions.excludesAllFieldsOf(update("City"))).isTrue();
        assertThat(restrictions.excludesAllFieldsOf(update("City", "Phone"))).isTrue();
        assertThat(restrictions.excludesAllFieldsOf(update("city"))).isFalse();
        assertThat(restrictions.excludesAllFieldsOf(update("City", "Email"))).isFalse();
        assertThat(restrictions.excludesAllFieldsOf(update())).isFalse();
        assertThat(restrictions.fields(List.of("Phone", "city", "City", "Email"), true))
                .containsExactly("Phone", "City");
        assertThat(restrictions.fields(List.of("Phone", "city", "City", "Email"), false))
                .containsExactly("city", "Email");
    }

    @Test
    void restrictAButtonByItsIdOrByItsName() {
        assertThat(restrict(USUAL, BY_BOTH).restrict(new Action.Press(BY_ID))).isTrue();
        assertThat(restrict(USUAL, BY_BOTH).restrict(new Action.Press(BY_NAME))).isTrue();
        assertThat(restrict(USUAL, BY_ID).restrict(press("901", "renamed"))).isTrue();
        assertThat(restrict(USUAL, BY_NAME).restrict(press("902", "Approve"))).isTrue();
        assertThat(restrict(USUAL, new CustomButton("7", null), BY_ID).restrict(press("901", null)))
                .isTrue();
    }

    @Test
    void restrictNoOtherButton() {
        assertThat(USUAL.restrict(new Action.Press(BY_BOTH))).isFalse();
        assertThat(restrict(USUAL, BY_ID).restrict(new Action.Press(BY_NAME))).isFalse();
        assertThat(restrict(USUAL, BY_NAME).restrict(new Action.Press(BY_ID))).isFalse();
        assertThat(restrict(USUAL, BY_BOTH).restrict(press("902", "approve"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UPDATE")
    void restrictTheActionsThatTheyNameAndNoOthers(RestrictedAction action) {
        Restrictions restrictions = withWords(Set.of(action), Set.of());

        for (RestrictedAction other : EnumSet.complementOf(EnumSet.of(RestrictedAction.UPDATE))) {
            assertThat(restrictions.restrict(new Action.Perform(other))).isEqualTo(other == action);
        }
    }

    @ParameterizedTest
    @EnumSource
    void restrictTheCommunicationsThatTheyNameAndNoOthers(RestrictedCommunication communication) {
        Restrictions restrictions = withWords(Set.of(), Set.of(communication));

        for (RestrictedCommunication other : RestrictedCommunication.values()) {
            assertThat(restrictions.restrict(new Action.Communicate(other))).isEqualTo(other == communication);
        }
    }

    @Test
    void alwaysRestrictUpdatesAndNeverWhatLocksAreNotAgainst() {
        Restrictions restrictions = withWords(Set.of(), Set.of());

        assertThat(restrictions.restrict(update("City"))).isTrue();
        for (Action action : List.of(new Action.Read(), new Action.Lock(), new Action.Unlock())) {
            assertThat(SampleRestrictions.ALL.restrict(action)).isFalse();
        }
    }

    @Test
    void doNotChangeWithWhatTheyWereMadeOf() {
        Set<String> texts = new HashSet<>(Set.of("City"));
        Set<RestrictedAction> actions = EnumSet.of(RestrictedAction.TAGS);
        Set<RestrictedCommunication> communications = EnumSet.of(RestrictedCommunication.SEND_MAIL);
        List<CustomButton> buttons = new ArrayList<>(List.of(BY_ID));
        Map<RuleId, String> rules = new HashMap<>(Map.of(new RuleId(1), "one"));
        Restrictions restrictions =
                new Restrictions(LockType.MANUAL, texts, texts, texts, actions, communications, buttons, true, rules);
        texts.clear();
        actions.clear();
        communications.clear();
        buttons.clear();
        rules.clear();

        assertThat(restrictions)
                .isEqualTo(new Restrictions(
                        LockType.MANUAL,
                        Set.of("City"),
                        Set.of("City"),
                        Set.of("City"),
                        Set.of(RestrictedAction.TAGS),
                        Set.of(RestrictedCommunication.SEND_MAIL),
                        List.of(BY_ID),
                        true,
                        Map.of(new RuleId(1), "one")));
    }

    private static LockingPolicy policy(LockedFor lockedFor) {
        return new LockingPolicy(
                LockType.BOTH,
                List.of(Policies.rule(new RuleId(2), "two"), Policies.rule(new RuleId(1), "one")),
                lockedFor,
                List.of(new ProfileRef(SALES.id(), SALES.name()), new ProfileRef(new ProfileId(503), "Standard")),
                List.of(new FieldRef(new FieldId(2), "Phone"), new FieldRef(new FieldId(1), "City")),
                List.of(RestrictedAction.UPDATE, RestrictedAction.TAGS),
                List.of(RestrictedCommunication.SEND_MAIL),
                List.of(BY_BOTH),
                false);
    }

    private static Restrictions withWords(Set<RestrictedAction> actions, Set<RestrictedCommunication> communications) {
        return new Restrictions(
                LockType.MANUAL, Set.of(), Set.of(), Set.of(), actions, communications, List.of(), true, Map.of());
    }

    private static Actor profile(String id, String name) {
        return new Actor(null, false, id, name, false);
    }

    private static Action.Update update(String... fields) {
        return new Action.Update(List.of(fields));
    }

    private static Action.Press press(String id, @Nullable String name) {
        return new Action.Press(new CustomButton(id, name));
    }
}
