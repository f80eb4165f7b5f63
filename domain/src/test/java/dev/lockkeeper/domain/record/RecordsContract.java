package dev.lockkeeper.domain.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Records} does. */
public interface RecordsContract {

    /** The store that the records are in, with the other ports on it. */
    RulesStore store();

    Records records();

    @Test
    default void locksARecordThatARuleMatchesInTheSameStep() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        LockingConfiguration configuration = steps.configured(rule);

        ReportedRecord reported =
                steps.reported(judged(record(7, "Seven", "Won"), rule.id())).getFirst();

        RecordLock lock = RulesSteps.lockOf(reported);
        assertThat(lock.origin()).isEqualTo(new Automatic(rule.id()));
        assertThat(lock.configuration()).isEqualTo(configuration.id());
        assertThat(lock.lockedAt()).isEqualTo(NOON);
        assertThat(reported.revision()).isEqualTo(lock.revision());
        assertThat(store().locks().find(steps.key(7))).contains(new LockedRecord(lock, "Seven"));
        LockEvent event = steps.history(7).getFirst();
        assertThat(steps.history(7)).hasSize(1);
        assertThat(event.kind()).isEqualTo(LockEvent.Kind.LOCKED);
        assertThat(event.by()).isNull();
        assertThat(event.rule()).isEqualTo(rule.id());
        assertThat(event.cause()).isEqualTo(LockEvent.Cause.RULES);
        assertThat(event.revision()).isEqualTo(lock.revision());
    }

    @Test
    default void releasesItWhenNoRuleMatchesAnyMore() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        steps.configured(rule);
        RecordLock lock = RulesSteps.lockOf(
                steps.reported(judged(record(7, "Seven", "Won"), rule.id())).getFirst());

        ReportedRecord reported =
                steps.reported(judged(record(7, "Seven", "Lost"))).getFirst();

        assertThat(reported.lock()).isNull();
        assertThat(reported.revision()).isGreaterThan(lock.revision());
        assertThat(steps.lock(7)).isEmpty();
        assertThat(steps.history(7))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED);
        assertThat(steps.reported(judged(record(7, "Seven", "Lost"))).getFirst().revision())
                .as("what changes no lock takes no revision")
                .isEqualTo(reported.revision());
    }

    @Test
    default void joinsARuleToAPersonsLockAndLeavesItAgain() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        steps.configured(rule);
        RecordLock byHand = steps.lockedByHand(7);
        ManualHold hold = byHand.origin().manual().orElseThrow();

        RecordLock both = RulesSteps.lockOf(
                steps.reported(judged(record(7, "Seven", "Won"), rule.id())).getFirst());
        RecordLock manual = RulesSteps.lockOf(
                steps.reported(judged(record(7, "Seven", "Lost"))).getFirst());

        assertThat(both.id()).isEqualTo(byHand.id());
        assertThat(both.origin()).isEqualTo(new Both(hold, rule.id()));
        assertThat(both.lockedAt()).isEqualTo(byHand.lockedAt());
        assertThat(manual.origin()).isEqualTo(byHand.origin());
        assertThat(steps.lock(7)).contains(manual);
        assertThat(steps.history(7))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.SOURCE_CHANGED, LockEvent.Kind.SOURCE_CHANGED);
        assertThat(steps.history(7).get(1).reason()).isEqualTo(RulesSteps.REASON);
    }

    @Test
    default void leavesTheRulesLockWhenThePersonsPartEnds() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        steps.configured(rule);
        RecordLock lock = steps.lockedByHand(7);
        steps.reported(judged(record(7, "Seven", "Won"), rule.id()));

        store().locks().release(new ManualChange(lock.key(), lock.id(), steps.user, NOON));

        assertThat(steps.origin(7)).contains(new Automatic(rule.id()));
        steps.reported(judged(record(7, "Seven", "Lost")));
        assertThat(steps.lock(7)).isEmpty();
    }

    @Test
    default void keepsTheRuleThatStillMatchesAndElseTakesTheFirst() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule first = steps.rule("Won", false);
        LockingRule second = steps.rule("Lost", false);
        steps.configured(first, second);
        steps.reported(judged(record(7, "Seven", "Lost"), second.id()));

        steps.reported(judged(record(7, "Seven", "Lost"), first.id(), second.id()));
        Optional<LockOrigin> stillMatching = steps.origin(7);
        steps.reported(judged(record(7, "Seven", "Won"), first.id()));

        assertThat(stillMatching).contains(new Automatic(second.id()));
        assertThat(steps.origin(7)).contains(new Automatic(first.id()));
        assertThat(steps.history(7))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.SOURCE_CHANGED);
    }

    @Test
    default void refusesVerdictsOfRulesThatAreNoLongerInForce() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        JudgedRecord judged = judged(record(7, "Seven", "Won"), rule.id());
        RecordReport withoutRules = report(steps, null, judged);
        LockingConfiguration configuration = steps.configured(rule);
        RecordReport underFirst = report(steps, configuration.rulesVersion(), judged);
        store().configurations().change(configuration.rulesVersion(), LockingPolicy.manual(), null, steps.user, NOON);

        assertThat(records().report(withoutRules)).isEqualTo(new ReportOutcome.RulesChanged());
        assertThat(records().report(underFirst)).isEqualTo(new ReportOutcome.RulesChanged());
        assertThat(steps.history(7)).isEmpty();
        assertThat(steps.report(judged(record(7, "Seven", "Won")))).isInstanceOf(ReportOutcome.Reported.class);
    }

    private static RecordReport report(RulesSteps steps, @Nullable RulesVersion rules, JudgedRecord judged) {
        return new RecordReport(steps.module.id(), rules, List.of(judged), steps.user, NOON);
    }

    @Test
    default void answersInTheOrderOfTheReportAndLetsTheLastOfOneRecordCount() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        steps.configured(rule);

        List<ReportedRecord> reported = steps.reported(
                judged(record(9, "Nine", "Lost")),
                judged(record(3, "Three", "Lost")),
                judged(record(9, "Nine again", "Lost")),
                judged(record(9, "Nine at last", "Won"), rule.id()));

        assertThat(reported)
                .extracting(answer -> answer.record().name())
                .containsExactly("Nine", "Three", "Nine again", "Nine at last");
        assertThat(reported).extracting(answer -> answer.lock() != null).containsExactly(true, false, true, true);
        assertThat(reported.get(1).revision()).isEqualTo(Revision.NONE);
        assertThat(store().locks().find(steps.key(9)).orElseThrow().recordName())
                .isEqualTo("Nine at last");
        assertThat(steps.history(9)).hasSize(1);
    }

    @Test
    default void takesAReportOfNothing() {
        assertThat(new RulesSteps(store()).reported()).isEmpty();
    }

    @Test
    default void keepsValuesExactly() {
        RulesSteps steps = new RulesSteps(store());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("Amount", new BigDecimal("123456789012345678901234567890.123456789"));
        fields.put("Stage", "Straße \"ß\" 😀\n");
        fields.put("Nothing", null);
        fields.put("Flag", true);
        fields.put("List", Arrays.asList("a", null, Map.of("id", "1")));
        CrmRecord given = new CrmRecord(new RecordId(7), null, 42L, fields);
        steps.configured(steps.rule("Won", true));

        steps.reported(judged(given));

        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        ExistingRecord found = store().existingRecords().next(job, 10).getFirst();
        assertThat(found.record()).isEqualTo(given);
        assertThat(found.reportedBy()).isEqualTo(steps.user.id());
    }

    @Test
    default void forgetsARecordAndLeavesItsLock() {
        RulesSteps steps = new RulesSteps(store());
        steps.configured(steps.rule("Won", false));
        steps.lockedByHand(7);

        records().forget(steps.key(7));
        records().forget(steps.key(8));

        assertThat(store().locks().find(steps.key(7))).isPresent();
    }

    @Test
    default void forgetsARecordAndEndsItsLockWhoeverHoldsIt() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", false);
        steps.configured(rule);
        steps.reported(judged(record(7, "Seven", "Won"), rule.id()));
        RecordLock byHand = steps.lockedByHand(8);

        Optional<Revision> first = records().remove(steps.key(7), steps.user, NOON);
        Optional<Revision> second = records().remove(steps.key(8), steps.user, NOON);

        assertThat(first).isPresent();
        assertThat(second.orElseThrow()).isGreaterThan(first.orElseThrow()).isGreaterThan(byHand.revision());
        assertThat(steps.lock(7)).isEmpty();
        assertThat(steps.lock(8)).isEmpty();
        LockEvent last = steps.history(7).getLast();
        assertThat(last.cause()).isEqualTo(LockEvent.Cause.RECORD_DELETED);
        assertThat(last.by()).isEqualTo(steps.user.ref());
        assertThat(records().remove(steps.key(7), steps.user, NOON)).isEmpty();
        assertThat(store().locks().find(steps.key(7))).isEmpty();
    }
}
