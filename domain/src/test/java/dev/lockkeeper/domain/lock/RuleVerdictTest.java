package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RuleVerdictTest {

    private static final RuleId FIRST = new RuleId(1);
    private static final RuleId SECOND = new RuleId(2);
    private static final RuleId THIRD = new RuleId(3);
    private static final ManualHold PERSON =
            new ManualHold(new UserRef(new UserId(7), "Zoë"), new LockReason("awaiting approval"));

    private static final Optional<LockOrigin> NOBODY = Optional.empty();
    private static final Optional<LockOrigin> BY_PERSON = Optional.of(new Manual(PERSON));

    @Test
    void leavesWhatNoRuleMatchesOrHolds() {
        assertThat(releasing().applyTo(NOBODY)).isEmpty();
        assertThat(releasing().applyTo(BY_PERSON)).isEqualTo(BY_PERSON);
        assertThat(keeping().applyTo(NOBODY)).isEmpty();
        assertThat(keeping().applyTo(BY_PERSON)).isEqualTo(BY_PERSON);
    }

    @Test
    void locksByTheFirstRuleThatMatches() {
        assertThat(releasing(SECOND, FIRST).applyTo(NOBODY)).isEqualTo(by(SECOND));
        assertThat(keeping(SECOND, FIRST).applyTo(NOBODY)).isEqualTo(by(SECOND));
    }

    @Test
    void joinsAPersonsLock() {
        assertThat(releasing(SECOND, FIRST).applyTo(BY_PERSON)).isEqualTo(byBoth(SECOND));
    }

    @Test
    void leavesARecordToTheRuleThatHoldsItWhileThatMatches() {
        assertThat(releasing(FIRST, SECOND).applyTo(by(SECOND))).isEqualTo(by(SECOND));
        assertThat(releasing(FIRST, SECOND).applyTo(byBoth(SECOND))).isEqualTo(byBoth(SECOND));
    }

    @Test
    void givesARecordToTheFirstRuleThatMatchesOnceItsOwnDoesNot() {
        assertThat(releasing(FIRST, SECOND).applyTo(by(THIRD))).isEqualTo(by(FIRST));
        assertThat(releasing(FIRST, SECOND).applyTo(byBoth(THIRD))).isEqualTo(byBoth(FIRST));
        assertThat(keeping(FIRST, SECOND).applyTo(by(THIRD))).isEqualTo(by(FIRST));
        assertThat(keeping(FIRST, SECOND).applyTo(byBoth(THIRD))).isEqualTo(byBoth(FIRST));
    }

    @Test
    void releasesWhatNoRuleMatchesAnyMore() {
        assertThat(releasing().applyTo(by(FIRST))).isEmpty();
        assertThat(releasing().applyTo(byBoth(FIRST))).isEqualTo(BY_PERSON);
    }

    @Test
    void keepsWhatNoRuleMatchesAnyMoreWhereRulesDoNotRelease() {
        assertThat(keeping().applyTo(by(FIRST))).isEqualTo(by(FIRST));
        assertThat(keeping().applyTo(byBoth(FIRST))).isEqualTo(byBoth(FIRST));
    }

    @Test
    void endsWhateverARuleHolds() {
        assertThat(RuleVerdict.end().applyTo(by(FIRST))).isEmpty();
        assertThat(RuleVerdict.end().applyTo(byBoth(FIRST))).isEqualTo(BY_PERSON);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<RuleId> matching = new ArrayList<>(List.of(FIRST));
        RuleVerdict verdict = new RuleVerdict(matching, true);

        matching.clear();

        assertThat(verdict.matching()).containsExactly(FIRST);
    }

    @Property
    void changesNothingWhenItIsAppliedAgain(
            @ForAll("verdicts") RuleVerdict verdict, @ForAll("origins") LockOrigin held) {
        Optional<LockOrigin> once = verdict.applyTo(Optional.of(held));

        assertThat(verdict.applyTo(once)).isEqualTo(once);
        assertThat(verdict.applyTo(verdict.applyTo(NOBODY))).isEqualTo(verdict.applyTo(NOBODY));
    }

    @Property
    void neverChangesThePersonsPart(@ForAll("verdicts") RuleVerdict verdict, @ForAll("origins") LockOrigin held) {
        assertThat(verdict.applyTo(Optional.of(held)).flatMap(LockOrigin::manual))
                .isEqualTo(held.manual());
        assertThat(verdict.applyTo(NOBODY).flatMap(LockOrigin::manual)).isEmpty();
    }

    @Property
    void leavesARecordToARuleExactlyWhenOneMatchesOrMayKeepIt(
            @ForAll("verdicts") RuleVerdict verdict, @ForAll("origins") LockOrigin held) {
        boolean mayKeep = !verdict.releases() && held.heldByRule().isPresent();

        assertThat(verdict.applyTo(Optional.of(held))
                        .flatMap(LockOrigin::heldByRule)
                        .isPresent())
                .isEqualTo(mayKeep || !verdict.matching().isEmpty());
    }

    @Provide
    Arbitrary<RuleVerdict> verdicts() {
        return Combinators.combine(rules().list().uniqueElements().ofMaxSize(3), Arbitraries.of(true, false))
                .as(RuleVerdict::new);
    }

    @Provide
    Arbitrary<LockOrigin> origins() {
        return rules().flatMap(rule -> Arbitraries.of(new Manual(PERSON), new Automatic(rule), new Both(PERSON, rule)));
    }

    private static Arbitrary<RuleId> rules() {
        return Arbitraries.of(FIRST, SECOND, THIRD);
    }

    private static RuleVerdict releasing(RuleId... matching) {
        return new RuleVerdict(List.of(matching), true);
    }

    private static RuleVerdict keeping(RuleId... matching) {
        return new RuleVerdict(List.of(matching), false);
    }

    private static Optional<LockOrigin> by(RuleId rule) {
        return Optional.of(new Automatic(rule));
    }

    private static Optional<LockOrigin> byBoth(RuleId rule) {
        return Optional.of(new Both(PERSON, rule));
    }
}
