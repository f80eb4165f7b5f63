package dev.lockkeeper.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.criteria.ComparedField;
import dev.lockkeeper.domain.criteria.FieldValues;
import dev.lockkeeper.domain.criteria.Occasion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockingPolicyTest {

    private static final LockingRule NEW = Policies.rule(new RuleId(1), "new");
    private static final LockingRule OLD = Policies.rule(new RuleId(2), "old");
    private static final LockingRule ALSO_NEW =
            new LockingRule(new RuleId(3), "also new", false, Policies.description("NEW"));

    @Test
    void restrictsUpdatesAndNothingElseUnlessToldTo() {
        LockingPolicy usual = LockingPolicy.manual();

        assertThat(usual.lockType()).isEqualTo(LockType.MANUAL);
        assertThat(usual.rules()).isEmpty();
        assertThat(usual.lockedFor()).isEqualTo(LockedFor.ALL_PROFILES);
        assertThat(usual.restrictedActions()).containsExactly(RestrictedAction.UPDATE);
        assertThat(usual.restrictedCommunications()).isEmpty();
        assertThat(usual.restrictedCustomButtons()).isEmpty();
        assertThat(usual.excludedFields()).isEmpty();
        assertThat(usual.excludedProfiles()).isEmpty();
        assertThat(usual.lockForPortalUsers()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTOMATIC", "BOTH"})
    void needsRulesWhereRulesLock(LockType lockType) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policies.withRules(lockType))
                .withMessageContaining(lockType.name());
    }

    @Test
    void alwaysRestrictsUpdates() {
        assertThatIllegalArgumentException().isThrownBy(() -> restricting(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> restricting(List.of(RestrictedAction.DELETE)));
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeFrom() {
        List<RestrictedAction> actions = new ArrayList<>(List.of(RestrictedAction.UPDATE));
        LockingPolicy policy = restricting(actions);

        actions.add(RestrictedAction.DELETE);

        assertThat(policy.restrictedActions()).containsExactly(RestrictedAction.UPDATE);
    }

    @Test
    void findsTheRulesThatMatchInTheirOrder() {
        LockingPolicy policy = Policies.withRules(LockType.BOTH, ALSO_NEW, OLD, NEW);

        assertThat(matching(policy, "new")).containsExactly(ALSO_NEW, NEW);
        assertThat(matching(policy, "old")).containsExactly(OLD);
        assertThat(matching(policy, "neither")).isEmpty();
    }

    @Test
    void letsItsRulesRestWhilePeopleAloneLock() {
        LockingPolicy policy = Policies.withRules(LockType.MANUAL, NEW);

        assertThat(policy.rules()).containsExactly(NEW);
        assertThat(policy.rulesInForce()).isEmpty();
        assertThat(matching(policy, "new")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " won ", "Straße 😀", "0"})
    void takesAnyTextAsTheNameOfARule(String name) {
        assertThat(new LockingRule(new RuleId(1), name, false, NEW.criteria()).name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "a\nb", "\u0000", "a\u0085", "\uD83D", "a\uDD12"})
    void refusesANameOfARuleThatIsBlankOrNoText(String name) {
        assertThat(Label.isLabel(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockingRule(new RuleId(1), name, false, NEW.criteria()));
    }

    @Test
    void limitsTheNamesOfRulesTo256Characters() {
        assertThat(Label.isLabel("🔒".repeat(256))).isTrue();
        assertThat(Label.isLabel("a".repeat(257))).isFalse();
    }

    @Test
    void namesAButtonByItsIdOrItsNameOrBoth() {
        assertThat(CustomButton.isValid("5843104000000485570", null)).isTrue();
        assertThat(CustomButton.isValid("5843104000000485570", "Sign")).isTrue();
        assertThat(CustomButton.isValid(null, "Sign \"here\" 😀")).isTrue();
        assertThat(new CustomButton("1", "Sign")).isEqualTo(new CustomButton("1", "Sign"));
    }

    @Test
    void knowsNoButtonWithoutAUsableName() {
        assertThat(CustomButton.isValid(null, null)).isFalse();
        assertThat(CustomButton.isValid(null, " ")).isFalse();
        assertThat(CustomButton.isValid("0", "Sign")).isFalse();
        assertThat(CustomButton.isValid("1", "")).isFalse();
        assertThat(CustomButton.isValid("", null)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomButton(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "Si\ngn", "\uD83D"})
    void knowsNoButtonWithANameThatIsNoText(String name) {
        assertThat(CustomButton.isValid(null, name)).isFalse();
        assertThat(CustomButton.isValid("1", name)).isFalse();
    }

    private static LockingPolicy restricting(List<RestrictedAction> actions) {
        return new LockingPolicy(
                LockType.MANUAL,
                List.of(),
                LockedFor.ALL_PROFILES,
                List.of(),
                List.of(),
                actions,
                List.of(),
                List.of(),
                true);
    }

    private static List<LockingRule> matching(LockingPolicy policy, String description) {
        Set<ComparedField> fields = new HashSet<>();
        policy.rules().forEach(rule -> fields.addAll(rule.criteria().fields()));
        return policy.rulesMatching(
                FieldValues.of(fields, Map.of("Description", description), ZoneOffset.UTC),
                Occasion.at(Instant.EPOCH, ZoneOffset.UTC, null));
    }
}
