package dev.lockkeeper.domain.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.configuration.DeleteOutcome;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockStory;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What {@link Records} and the other ports that rules need do together with many callers at once. Seeded:
 * {@link TestSeed}.
 */
public interface RulesRaceContract {

    /** The store that the records are in, with the other ports on it. */
    RulesStore store();

    Records records();

    /** Reports, locks and unlocks by hand race; in the end the lock is what the last accepted of each says. */
    @Test
    default void endsInTheStateOfTheLastReportHoweverManyArriveTogether() throws Exception {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        steps.configured(rule);
        Race race = new Race(TestSeed.random(getClass()));
        for (int thread = 0; thread < 6; thread++) {
            race.times(25, random -> reportOrLockByHand(steps, rule, random));
        }

        race.run();

        for (long id = 1; id <= 3; id++) {
            String name = store().locks()
                    .find(steps.key(id))
                    .map(LockedRecord::recordName)
                    .orElse("");
            boolean held = isHeldByRule(steps, id);
            ReportedRecord now =
                    steps.reported(judged(record(id, "end", "Lost"))).getFirst();
            assertThat(held).as("record %s", id).isEqualTo(name.equals("Won"));
            assertThat(now.lock() == null || now.lock().origin().heldByRule().isEmpty())
                    .isTrue();
            LockStory.of(store().locks(), steps.key(id));
        }
    }

    private static void reportOrLockByHand(RulesSteps steps, LockingRule rule, Random random) {
        long id = random.nextLong(1, 4);
        switch (random.nextInt(4)) {
            case 0 -> steps.reported(judged(record(id, "Won", "Won"), rule.id()));
            case 1 -> steps.reported(judged(record(id, "", "Lost")));
            case 2 ->
                steps.reported(
                        judged(record(3, "Won", "Won"), rule.id()),
                        judged(record(1, "", "Lost")),
                        judged(record(2, "Won", "Won"), rule.id()));
            default -> steps.lock(id).ifPresentOrElse(lock -> release(steps, lock), () -> steps.tryToLockByHand(id));
        }
    }

    private static void release(RulesSteps steps, RecordLock lock) {
        steps.store.locks().release(new ManualChange(lock.key(), lock.id(), steps.user, NOON));
    }

    private static boolean isHeldByRule(RulesSteps steps, long record) {
        return steps.origin(record).flatMap(LockOrigin::heldByRule).isPresent();
    }

    @Test
    default void judgesNoRecordByRulesThatWereReplaced() throws Exception {
        ReplacedRules rules = new ReplacedRules(new RulesSteps(store()), records());

        new Race(TestSeed.random(getClass()))
                .times(20, rules::replace)
                .meanwhile(3, rules::report)
                .run();

        rules.assertThatNoRuleHoldsButThoseInForce();
        rules.assertThatNoRuleTookARecordAfterItsEnd();
    }

    /** One thread makes and deletes configurations, and so knows at any time under which there may be locks. */
    @Test
    default void takesNoLockUnderAConfigurationThatIsGone() throws Exception {
        RulesSteps steps = new RulesSteps(store());

        new Race(TestSeed.random(getClass()))
                .times(40, random -> configureForAWhile(steps))
                .meanwhile(2, random -> lockOrRelease(steps, random.nextLong(1, 7)))
                .meanwhile(2, random -> reportWhatMatches(steps, random.nextLong(1, 7)))
                .run();

        assertThat(locks(steps)).isEmpty();
        for (long id = 1; id < 7; id++) {
            LockStory.of(store().locks(), steps.key(id));
        }
    }

    private static List<RecordLock> locks(RulesSteps steps) {
        return steps.store.locks().search(new LockSearch(steps.module.id(), null, null, null, null, 100)).stream()
                .map(LockedRecord::lock)
                .toList();
    }

    private static void configureForAWhile(RulesSteps steps) {
        LockingConfiguration configuration = steps.configured(steps.rule("Won", false));
        for (int look = 0; look < 100 && locks(steps).size() < 2; look++) {
            Thread.onSpinWait();
        }
        assertThat(locks(steps)).extracting(RecordLock::configuration).allMatch(configuration.id()::equals);

        DeleteOutcome outcome = steps.store.configurations().delete(configuration.id(), steps.user, NOON);

        assertThat(outcome).isEqualTo(new DeleteOutcome.Deleted(null));
        assertThat(locks(steps)).isEmpty();
    }

    private static void lockOrRelease(RulesSteps steps, long record) {
        steps.store.configurations().find(steps.module.id()).ifPresent(configuration -> {
            Manual origin = new Manual(steps.user.ref(), RulesSteps.REASON);
            steps.store.locks().acquire(new NewLock(steps.key(record), origin, configuration.rulesVersion(), NOON));
        });
        steps.lock(1 + record % 3).ifPresent(lock -> release(steps, lock));
    }

    /** Reports one record several times over, by the rules just read: a report that takes its time. */
    private static void reportWhatMatches(RulesSteps steps, long record) {
        Optional<LockingConfiguration> read = steps.store.configurations().find(steps.module.id());
        JudgedRecord judged = read.map(
                        configuration -> configuration.policy().rules().getFirst())
                .map(rule -> judged(record(record, "Won", "Won"), rule.id()))
                .orElseGet(() -> judged(record(record, "Won", "Won")));
        steps.store
                .records()
                .report(new RecordReport(
                        steps.module.id(),
                        read.map(LockingConfiguration::rulesVersion).orElse(null),
                        Collections.nCopies(4, judged),
                        steps.user,
                        NOON));
    }

    /** Each record is reported once or twice, and removed until a removal has ended a lock. */
    @Test
    default void endsTheLockOfARecordThatIsGoneAndNoLater() throws Exception {
        Random seeds = TestSeed.random(getClass());
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        Job allRecords = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        for (int round = 0; round < 25; round++) {
            Race race = new Race(seeds);
            for (long id = 1; id <= 2; id++) {
                JudgedRecord matched = judged(record(id, "Won", "Won"), rule.id());
                long removed = id;
                race.times(seeds.nextInt(1, 3), random -> steps.reported(matched));
                race.times(1, random -> removeUntilALockEnded(steps, removed));
            }
            race.run();
            assertThatRulesHoldWhatIsStored(steps, allRecords);
        }
        for (long id = 1; id <= 2; id++) {
            records().remove(steps.key(id), steps.user, NOON);
            assertThat(steps.lock(id)).isEmpty();
            steps.reported(judged(record(id, "Won", "Won"), rule.id()));
            assertThat(isHeldByRule(steps, id)).isTrue();
            assertThat(LockStory.of(store().locks(), steps.key(id)))
                    .extracting(LockEvent::kind)
                    .containsOnly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED);
        }
    }

    private void removeUntilALockEnded(RulesSteps steps, long record) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            if (records().remove(steps.key(record), steps.user, NOON).isPresent()) {
                return;
            }
        }
    }

    private void assertThatRulesHoldWhatIsStored(RulesSteps steps, Job allRecords) {
        Map<Long, ExistingRecord> stored = store().existingRecords().next(allRecords, 10).stream()
                .collect(Collectors.toMap(found -> found.record().id().value(), Function.identity()));
        for (long id = 1; id <= 2; id++) {
            assertThat(isHeldByRule(steps, id)).as("record %s held", id).isEqualTo(stored.containsKey(id));
        }
    }
}
