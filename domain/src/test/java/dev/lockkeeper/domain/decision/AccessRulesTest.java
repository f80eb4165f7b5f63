package dev.lockkeeper.domain.decision;

import static dev.lockkeeper.domain.decision.ReasonCode.ACTION_NOT_RESTRICTED;
import static dev.lockkeeper.domain.decision.ReasonCode.FIELDS_EXCLUDED;
import static dev.lockkeeper.domain.decision.ReasonCode.LOCKED;
import static dev.lockkeeper.domain.decision.ReasonCode.NOT_LOCKED;
import static dev.lockkeeper.domain.decision.ReasonCode.PORTAL_USERS_NOT_RESTRICTED;
import static dev.lockkeeper.domain.decision.ReasonCode.PROFILE_EXCLUDED;
import static dev.lockkeeper.domain.decision.ReasonCode.UNKNOWN_MODULE;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER_AND_RULE;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_RULE;
import static dev.lockkeeper.domain.decision.SampleFacts.COLLEAGUE;
import static dev.lockkeeper.domain.decision.SampleFacts.CUSTOMER;
import static dev.lockkeeper.domain.decision.SampleFacts.OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.SALES;
import static dev.lockkeeper.domain.decision.SampleFacts.SUPPORT;
import static dev.lockkeeper.domain.decision.SampleFacts.elsewhere;
import static dev.lockkeeper.domain.decision.SampleFacts.locked;
import static dev.lockkeeper.domain.decision.SampleFacts.unlocked;
import static dev.lockkeeper.domain.decision.SampleRestrictions.ALL;
import static dev.lockkeeper.domain.decision.SampleRestrictions.USUAL;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeFields;
import static dev.lockkeeper.domain.decision.SampleRestrictions.excludeProfile;
import static dev.lockkeeper.domain.decision.SampleRestrictions.restrict;
import static dev.lockkeeper.domain.decision.SampleRestrictions.sparePortalUsers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What decides about changes of a record and about looking at it; locking has {@link LockAndUnlockRulesTest}. */
class AccessRulesTest {

    private static final Action READ = new Action.Read();
    private static final Action UPDATE = new Action.Update(List.of());
    private static final Action DELETE = new Action.Perform(RestrictedAction.DELETE);
    private static final Action MAIL = new Action.Communicate(RestrictedCommunication.SEND_MAIL);
    private static final CustomButton BUTTON = new CustomButton(null, "Approve");
    private static final Action PRESS = new Action.Press(BUTTON);

    static Stream<Action> everyAction() {
        return Stream.concat(everyChange(), Stream.of(READ, new Action.Lock(), new Action.Unlock()));
    }

    static Stream<Action> everyChange() {
        return Stream.of(UPDATE, update("City"), DELETE, MAIL, PRESS);
    }

    @ParameterizedTest
    @MethodSource("everyAction")
    void refusesEverythingInAModuleThatIsNotKnown(Action action) {
        List<String> fields = action instanceof Action.Update(List<String> named) ? named : List.of();

        assertThat(AccessRules.decide(elsewhere(OWNER), action))
                .isEqualTo(new Decision(false, UNKNOWN_MODULE, fields, List.of()));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void permitsEveryChangeOfARecordThatIsNotLocked(Action change) {
        assertThat(AccessRules.decide(unlocked(restrict(ALL, BUTTON), COLLEAGUE), change))
                .isEqualTo(Decision.yes(NOT_LOCKED));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void permitsEveryChangeOfAnUnlockedRecordWithoutAConfiguration(Action change) {
        assertThat(AccessRules.decide(unlocked(null, COLLEAGUE), change)).isEqualTo(Decision.yes(NOT_LOCKED));
    }

    @Test
    void permitsToReadWhateverIsLocked() {
        assertThat(AccessRules.decide(unlocked(ALL, CUSTOMER), READ)).isEqualTo(Decision.yes(NOT_LOCKED));
        assertThat(AccessRules.decide(locked(ALL, BY_RULE, CUSTOMER), READ))
                .isEqualTo(Decision.yes(ACTION_NOT_RESTRICTED));
        assertThat(AccessRules.decide(locked(null, BY_RULE, CUSTOMER), READ))
                .isEqualTo(Decision.yes(ACTION_NOT_RESTRICTED));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void permitsEverythingToPortalUsersWhereRecordsAreNotLockedForThem(Action change) {
        Restrictions restrictions = sparePortalUsers(restrict(ALL, BUTTON));

        assertThat(AccessRules.decide(locked(restrictions, BY_RULE, CUSTOMER), change))
                .isEqualTo(Decision.yes(PORTAL_USERS_NOT_RESTRICTED));
        assertThat(AccessRules.decide(locked(restrictions, BY_RULE, COLLEAGUE), change)
                        .reason())
                .isEqualTo(LOCKED);
        assertThat(AccessRules.decide(locked(restrict(ALL, BUTTON), BY_RULE, CUSTOMER), change)
                        .reason())
                .isEqualTo(LOCKED);
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void permitsEverythingToUsersOfAnExcludedProfile(Action change) {
        Restrictions restrictions = excludeProfile(restrict(ALL, BUTTON), SALES);

        assertThat(AccessRules.decide(locked(restrictions, BY_OWNER, COLLEAGUE), change))
                .isEqualTo(Decision.yes(PROFILE_EXCLUDED));
        assertThat(AccessRules.decide(locked(restrictions, BY_OWNER, CUSTOMER), change)
                        .reason())
                .isEqualTo(LOCKED);
    }

    @Test
    void namesThePortalBeforeTheProfile() {
        assertThat(AccessRules.decide(
                                locked(sparePortalUsers(excludeProfile(ALL, SUPPORT)), BY_OWNER, CUSTOMER), DELETE)
                        .reason())
                .isEqualTo(PORTAL_USERS_NOT_RESTRICTED);
    }

    @Test
    void namesTheProfileBeforeTheFieldsAndWhatIsNotRestricted() {
        Restrictions restrictions = excludeProfile(excludeFields(USUAL, "City"), SALES);

        assertThat(AccessRules.decide(locked(restrictions, BY_OWNER, COLLEAGUE), update("City"))
                        .reason())
                .isEqualTo(PROFILE_EXCLUDED);
        assertThat(AccessRules.decide(locked(restrictions, BY_OWNER, COLLEAGUE), DELETE)
                        .reason())
                .isEqualTo(PROFILE_EXCLUDED);
    }

    @Test
    void permitsAnUpdateOfExcludedFieldsAlone() {
        Facts facts = locked(excludeFields(USUAL, "City", "Phone"), BY_OWNER, COLLEAGUE);

        assertThat(AccessRules.decide(facts, update("City"))).isEqualTo(Decision.yes(FIELDS_EXCLUDED));
        assertThat(AccessRules.decide(facts, update("Phone", "City"))).isEqualTo(Decision.yes(FIELDS_EXCLUDED));
    }

    @Test
    void refusesAnUpdateOfOtherFieldsAndTellsThemApart() {
        Facts facts = locked(excludeFields(USUAL, "City", "Phone"), BY_OWNER, COLLEAGUE);

        assertThat(AccessRules.decide(facts, update("City", "Email", "Phone", "Company")))
                .isEqualTo(new Decision(false, LOCKED, List.of("Email", "Company"), List.of("City", "Phone")));
    }

    @Test
    void refusesAnUpdateThatNamesNoFieldsEvenWhereSomeAreExcluded() {
        assertThat(AccessRules.decide(locked(excludeFields(USUAL, "City"), BY_OWNER, COLLEAGUE), UPDATE))
                .isEqualTo(Decision.no(LOCKED));
    }

    @Test
    void excludesFieldsFromUpdatesAlone() {
        assertThat(AccessRules.decide(locked(excludeFields(ALL, "City"), BY_OWNER, COLLEAGUE), DELETE))
                .isEqualTo(Decision.no(LOCKED));
    }

    @Test
    void permitsWhatIsNotRestricted() {
        for (Action action : List.of(DELETE, MAIL, PRESS)) {
            assertThat(AccessRules.decide(locked(USUAL, BY_OWNER, COLLEAGUE), action))
                    .isEqualTo(Decision.yes(ACTION_NOT_RESTRICTED));
        }
    }

    @Test
    void refusesWhatIsRestrictedWhereverTheLockComesFrom() {
        for (HeldLock lock : List.of(BY_OWNER, BY_RULE, BY_OWNER_AND_RULE)) {
            for (Action action : List.of(UPDATE, DELETE, MAIL, PRESS)) {
                assertThat(AccessRules.decide(locked(restrict(ALL, BUTTON), lock, OWNER), action))
                        .isEqualTo(Decision.no(LOCKED));
            }
        }
    }

    @Test
    void refusesEveryChangeOfALockedRecordWhoseConfigurationIsGone() {
        for (Action action : List.of(UPDATE, DELETE, MAIL, PRESS)) {
            assertThat(AccessRules.decide(locked(null, BY_OWNER, OWNER), action))
                    .isEqualTo(Decision.no(LOCKED));
        }
        assertThat(AccessRules.decide(locked(null, BY_OWNER, CUSTOMER), update("City", "Email")))
                .isEqualTo(new Decision(false, LOCKED, List.of("City", "Email"), List.of()));
    }

    /** They are asked for thousands of times a second. */
    @Test
    void makesNoDecisionAnewUnlessItHasListsOfFields() {
        for (Facts facts : List.of(
                elsewhere(OWNER), unlocked(ALL, OWNER), locked(ALL, BY_OWNER, OWNER), locked(null, BY_OWNER, OWNER))) {
            for (Action action : List.of(READ, UPDATE, DELETE, MAIL, PRESS, new Action.Lock(), new Action.Unlock())) {
                assertThat(AccessRules.decide(facts, action)).isSameAs(AccessRules.decide(facts, action));
            }
        }
    }

    private static Action update(String... fields) {
        return new Action.Update(List.of(fields));
    }
}
