package dev.lockkeeper.domain.decision;

import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_OWNER_AND_RULE;
import static dev.lockkeeper.domain.decision.SampleFacts.BY_RULE;
import static dev.lockkeeper.domain.decision.SampleFacts.COLLEAGUE;
import static dev.lockkeeper.domain.decision.SampleFacts.CUSTOMER;
import static dev.lockkeeper.domain.decision.SampleFacts.OWNER;
import static dev.lockkeeper.domain.decision.SampleFacts.SALES;
import static dev.lockkeeper.domain.decision.SampleFacts.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Actors, actions, locks and answers, as far as the rules do not show what they are. */
class DecisionValuesTest {

    @Test
    void anActorWhoIsKnownIsAsStored() {
        assertThat(Actor.of(OWNER)).isEqualTo(new Actor(OWNER, false, "501", "Sales", true));
        assertThat(Actor.of(CUSTOMER)).isEqualTo(new Actor(CUSTOMER, true, "502", "Support", false));
    }

    @Test
    void anActorOfAKnownProfileMayDoWhatTheProfileMay() {
        assertThat(Actor.of(true, SALES)).isEqualTo(new Actor(null, true, "501", "Sales", true));
        assertThat(Actor.of(false, SUPPORT)).isEqualTo(new Actor(null, false, "502", "Support", false));
    }

    @Test
    void anActorWhoIsNotKnownMayNotLockWhateverItsProfileIsCalled() {
        assertThat(Actor.unknown(true, "Sales")).isEqualTo(new Actor(null, true, "Sales", "Sales", false));
        assertThat(Actor.unknown(false, null)).isEqualTo(new Actor(null, false, null, null, false));
    }

    @Test
    void aLockIsOwnedByThePersonWhoHoldsIt() {
        User renamed = new User(new UserId(OWNER.id().value()), "Zoë B.", SUPPORT, true);

        for (HeldLock lock : List.of(BY_OWNER, BY_OWNER_AND_RULE)) {
            assertThat(lock.isOwnedBy(Actor.of(OWNER))).isTrue();
            assertThat(lock.isOwnedBy(Actor.of(renamed))).isTrue();
            assertThat(lock.isOwnedBy(Actor.of(COLLEAGUE))).isFalse();
            assertThat(lock.isOwnedBy(Actor.of(false, SALES))).isFalse();
        }
    }

    @Test
    void aLockThatARuleHoldsIsOwnedByNobody() {
        assertThat(BY_RULE.isOwnedBy(Actor.of(OWNER))).isFalse();
        assertThat(BY_RULE.isOwnedBy(Actor.unknown(false, null))).isFalse();
    }

    @Test
    void anUpdateIsNoActionWithoutFields() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.Perform(RestrictedAction.UPDATE));
    }

    @Test
    void anUpdateAndADecisionKeepTheirFields() {
        List<String> fields = new ArrayList<>(List.of("City"));
        Action.Update update = new Action.Update(fields);
        Decision decision = new Decision(false, ReasonCode.LOCKED, fields, fields);
        fields.clear();

        assertThat(update.fields()).containsExactly("City");
        assertThat(decision.deniedFields()).containsExactly("City");
        assertThat(decision.allowedFields()).containsExactly("City");
    }

    @Test
    void reasonsHaveTheNamesOfTheContract() {
        assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::wireName))
                .containsExactlyInAnyOrder(
                        "not_locked",
                        "action_not_restricted",
                        "fields_excluded",
                        "profile_excluded",
                        "portal_users_not_restricted",
                        "locked",
                        "no_lock_permission",
                        "automatic_lock",
                        "manual_lock",
                        "automatic_only",
                        "already_locked",
                        "unknown_module");
    }
}
