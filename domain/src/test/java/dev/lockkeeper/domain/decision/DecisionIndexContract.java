package dev.lockkeeper.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesModules;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link DecisionIndex} knows of locks, configurations and modules once a change of them was
 * answered; {@link DecisionActorContract} has who wants something, {@link DecisionRaceContract} what many do at once, and
 * {@link MirroredDecisionContract} what is so where a CRM decides. An index may say at any time that it does not know.
 */
public interface DecisionIndexContract {

    DecisionIndex index();

    RulesStore store();

    Modules modules();

    private RulesSteps configured() {
        RulesSteps steps = new RulesSteps(store());
        steps.configured(steps.rule("Won", false));
        return steps;
    }

    private Facts facts(RulesSteps steps, long record) {
        return new IndexSteps(index()).facts(steps.module.apiName(), steps.key(record));
    }

    @Test
    default void knowsNoModuleThatThereIsNot() {
        RulesSteps steps = new RulesSteps(store());

        for (String name : new String[] {"Nothing_Of_The_Kind", "", "\u0000", "Locking_Information__s"}) {
            Facts facts = new IndexSteps(index()).facts(name, steps.key(1));
            assertThat(facts.module()).isNull();
            assertThat(facts.lock()).isNull();
        }
    }

    @Test
    default void knowsAModuleOnceItWasAddedInAnyCase() {
        String name = "Added" + UUID.randomUUID().toString().replace("-", "");
        AddModuleOutcome.Added added = (AddModuleOutcome.Added) modules().add(RulesModules.named(name));
        RulesSteps steps = new RulesSteps(store());

        assertThat(new IndexSteps(index())
                        .facts(name.toUpperCase(Locale.ROOT), steps.key(1))
                        .module())
                .isEqualTo(added.module());
    }

    @Test
    default void showsAFreeRecordOfAModuleWithoutConfiguration() {
        RulesSteps steps = new RulesSteps(store());

        Facts facts = facts(steps, 1);

        assertThat(facts.module()).isEqualTo(steps.module);
        assertThat(facts.restrictions()).isNull();
        assertThat(facts.lock()).isNull();
    }

    @Test
    default void showsALockOnceItWasTaken() {
        RulesSteps steps = configured();
        assertThat(facts(steps, 1).lock()).isNull();

        RecordLock lock = steps.lockedByHand(1);

        Facts facts = facts(steps, 1);
        assertThat(facts.lock()).isEqualTo(new HeldLock(lock.id(), lock.origin(), lock.lockedAt()));
        assertThat(facts.revision()).isGreaterThanOrEqualTo(lock.revision());
        assertThat(facts(steps, 2).lock()).isNull();
    }

    @Test
    default void showsNoLockOnceItWasEnded() {
        RulesSteps steps = configured();
        RecordLock lock = steps.lockedByHand(1);
        assertThat(facts(steps, 1).lock()).isNotNull();

        store().locks().release(new ManualChange(lock.key(), lock.id(), steps.user, RulesSteps.NOON));

        assertThat(facts(steps, 1).lock()).isNull();
    }

    @Test
    default void showsANewReasonExactly() {
        RulesSteps steps = configured();
        RecordLock lock = steps.lockedByHand(1);
        for (String text : new String[] {" two\r\nlines ", "Zażółć 漢字 🔒", "🔒".repeat(3000)}) {
            LockReason reason = new LockReason(text);
            store().locks().changeReason(new ManualChange(lock.key(), lock.id(), steps.user, RulesSteps.NOON), reason);

            assertThat(facts(steps, 1).lock())
                    .extracting(HeldLock::origin)
                    .isEqualTo(new LockOrigin.Manual(steps.user.ref(), reason));
        }
    }

    @Test
    default void showsWhatRulesTakeShareAndLetGo() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule won = steps.rule("Won", false);
        steps.configured(won);

        steps.reported(RulesSteps.judged(RulesSteps.record(1, "One", "Won"), won.id()));
        assertThat(facts(steps, 1).lock()).extracting(HeldLock::origin).isEqualTo(new LockOrigin.Automatic(won.id()));

        steps.lockedByHand(2);
        steps.reported(RulesSteps.judged(RulesSteps.record(2, "Two", "Won"), won.id()));
        assertThat(facts(steps, 2).lock())
                .extracting(HeldLock::origin)
                .isEqualTo(
                        new LockOrigin.Both(new LockOrigin.ManualHold(steps.user.ref(), RulesSteps.REASON), won.id()));

        steps.reported(RulesSteps.judged(RulesSteps.record(1, "One", "Open")));
        assertThat(facts(steps, 1).lock()).isNull();
    }

    @Test
    default void showsNoLockOfARecordThatIsGone() {
        RulesSteps steps = configured();
        steps.reported(RulesSteps.judged(RulesSteps.record(1, "One", "Open")));
        steps.lockedByHand(1);

        store().records().remove(steps.key(1), steps.user, RulesSteps.NOON);

        assertThat(facts(steps, 1).lock()).isNull();
    }

    @Test
    default void followsAConfigurationFromItsBeginningToItsEnd() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule won = steps.rule("Won", false);
        LockingConfiguration made = steps.configured(won);
        assertThat(facts(steps, 1).restrictions()).isEqualTo(Restrictions.of(made.policy()));
        steps.lockedByHand(1);

        LockingPolicy manual = Policies.of(LockType.MANUAL);
        store().configurations().change(made.rulesVersion(), manual, null, steps.user, RulesSteps.NOON);
        assertThat(facts(steps, 1).restrictions()).isEqualTo(Restrictions.of(manual));

        store().configurations().delete(made.id(), steps.user, RulesSteps.NOON);
        Facts last = facts(steps, 1);
        assertThat(last.restrictions()).isNull();
        assertThat(last.lock()).isNull();
    }

    @Test
    default void isBehindARevisionThatThereIsNotYet() {
        RulesSteps steps = configured();
        RecordLock lock = steps.lockedByHand(1);
        Question question = new Question(
                new Subject("x", false, null),
                steps.module.apiName(),
                lock.key().record());
        Facts now = new IndexSteps(index()).facts(question, lock.revision());
        Revision future = new Revision(now.revision().value() + 1_000_000_000);

        index().await(future, Duration.ofMillis(1));

        assertThat(index().look(question, future))
                .isInstanceOfSatisfying(
                        LookOutcome.Behind.class,
                        behind -> assertThat(behind.reached())
                                .isGreaterThanOrEqualTo(lock.revision())
                                .isLessThan(future));
    }

    @Test
    default void knowsHowItStands() {
        RulesSteps steps = configured();
        RecordLock lock = steps.lockedByHand(1);
        assertThat(facts(steps, 1).lock()).isNotNull();

        IndexStatus status = index().status();

        assertThat(status.locks()).isPositive();
        assertThat(status.revision()).isGreaterThanOrEqualTo(lock.revision());
        assertThat(status.lag()).isNotNull().isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
