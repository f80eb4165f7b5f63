package dev.lockkeeper.domain.record;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.DeleteOutcome;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RuleVerdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ExistingRecords} does. */
public interface ExistingRecordsContract {

    /** The store that the records are in, with the other ports on it. */
    RulesStore store();

    ExistingRecords existingRecords();

    private static JobStep step(RulesSteps steps, Job job, long looked, long reached, JobStep.Verdict... verdicts) {
        return new JobStep(
                job, steps.configuration().rulesVersion(), List.of(verdicts), looked, new RecordId(reached), NOON);
    }

    private static JobStep.Verdict verdict(ExistingRecord record, LockingRule... matching) {
        return new JobStep.Verdict(
                record.record().id(),
                record.version(),
                new RuleVerdict(List.of(matching).stream().map(LockingRule::id).toList(), true));
    }

    @Test
    default void showsAllReportedRecordsInTheOrderOfTheirIds() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.reported(
                judged(record(30, "c", "Won")),
                judged(record(10, "a", "Lost")),
                judged(record(20, "b", "Won"), rule.id()));

        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));

        assertThat(job.total()).isEqualTo(3);
        assertThat(existingRecords().next(job, 10))
                .extracting(found -> found.record().id().value())
                .containsExactly(10L, 20L, 30L);
        assertThat(existingRecords().next(job, 2)).hasSize(2);
        assertThat(existingRecords().next(job, 10).get(1).lock()).isEqualTo(new Automatic(rule.id()));
    }

    @Test
    default void showsOnlyWhatARuleHoldsForAReview() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.lockedByHand(10);
        steps.reported(
                judged(record(10, "a", "Lost")),
                judged(record(20, "b", "Won"), rule.id()),
                judged(record(30, "c", "Lost")));

        Job job = steps.begun(steps.queued(JobKind.REVIEW_LOCKS));

        assertThat(job.total()).isEqualTo(1);
        assertThat(existingRecords().next(job, 10))
                .extracting(found -> found.record().id().value())
                .containsExactly(20L);
    }

    @Test
    default void takesAStepWithItsProgress() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.reported(
                judged(record(10, "a", "Won")),
                judged(record(20, "b", "Lost"), rule.id()),
                judged(record(30, "c", "Won")));
        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        List<ExistingRecord> found = existingRecords().next(job, 2);

        StepOutcome outcome =
                existingRecords().take(step(steps, job, 2, 20, verdict(found.get(0), rule), verdict(found.get(1))));

        Job after = ((StepOutcome.Taken) outcome).job();
        assertThat(after).isEqualTo(store().jobs().find(job.id()).orElseThrow());
        assertThat(after.done()).isEqualTo(2);
        assertThat(after.locked()).isEqualTo(1);
        assertThat(after.released()).isEqualTo(1);
        assertThat(after.reached()).isEqualTo(20);
        assertThat(steps.origin(10)).contains(new Automatic(rule.id()));
        assertThat(steps.lock(20)).isEmpty();
        assertThat(existingRecords().next(after, 10))
                .extracting(next -> next.record().id().value())
                .containsExactly(30L);
        assertThat(existingRecords().count(after)).isEqualTo(3);
    }

    @Test
    default void takesNoStepTwice() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.reported(judged(record(10, "a", "Won")), judged(record(20, "b", "Won")));
        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        List<ExistingRecord> found = existingRecords().next(job, 2);
        existingRecords().take(step(steps, job, 1, 10, verdict(found.get(0), rule)));

        StepOutcome again = existingRecords().take(step(steps, job, 2, 20, verdict(found.get(1), rule)));

        assertThat(again).isEqualTo(new StepOutcome.Overtaken());
        assertThat(steps.lock(20)).isEmpty();
        assertThat(steps.history(10)).hasSize(1);
        assertThat(store().jobs().find(job.id()).orElseThrow().done()).isEqualTo(1);
    }

    @Test
    default void leavesARecordThatWasReportedAgainToItsReport() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.reported(judged(record(10, "a", "Won")), judged(record(20, "b", "Won")));
        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        List<ExistingRecord> found = existingRecords().next(job, 2);
        steps.reported(judged(record(10, "a", "Lost")));
        store().records().remove(steps.key(20), steps.user, NOON);

        StepOutcome outcome = existingRecords()
                .take(step(steps, job, 2, 20, verdict(found.get(0), rule), verdict(found.get(1), rule)));

        assertThat(((StepOutcome.Taken) outcome).job().locked()).isZero();
        assertThat(steps.lock(10)).isEmpty();
        assertThat(steps.lock(20)).isEmpty();
    }

    @Test
    default void takesNoStepByRulesThatAreNoLongerInForce() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.reported(judged(record(10, "a", "Won")));
        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        JobStep step =
                step(steps, job, 1, 10, verdict(existingRecords().next(job, 1).getFirst(), rule));
        LockingConfiguration now = steps.configuration();
        store().configurations().change(now.rulesVersion(), now.policy(), null, steps.user, NOON);

        assertThat(existingRecords().take(step)).isEqualTo(new StepOutcome.RulesChanged());
        assertThat(steps.lock(10)).isEmpty();
        assertThat(store().jobs().find(job.id()).orElseThrow().done()).isZero();
    }

    @Test
    default void joinsARuleToAPersonsLock() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        steps.configured(rule);
        steps.reported(judged(record(10, "a", "Won")));
        steps.lockedByHand(10);
        Job job = steps.begun(steps.queued(JobKind.LOCK_EXISTING_RECORDS));
        ExistingRecord found = existingRecords().next(job, 1).getFirst();

        StepOutcome outcome = existingRecords().take(step(steps, job, 1, 10, verdict(found, rule)));

        assertThat(((StepOutcome.Taken) outcome).job().locked()).isEqualTo(1);
        assertThat(steps.origin(10).flatMap(origin -> origin.heldByRule())).contains(rule.id());
        assertThat(steps.origin(10).flatMap(origin -> origin.manual())).isPresent();
    }

    @Test
    default void endsWhatADeletedConfigurationLeftBehind() {
        RulesSteps steps = new RulesSteps(store());
        LockingRule rule = steps.rule("Won", true);
        LockingConfiguration configuration = steps.configured(rule);
        int locks = Configurations.LOCKS_ENDED_AT_ONCE + 2;
        steps.reported(IntStream.rangeClosed(1, locks)
                .mapToObj(id -> judged(record(id, "r", "Won"), rule.id()))
                .toArray(JudgedRecord[]::new));
        DeleteOutcome.Deleted deleted =
                (DeleteOutcome.Deleted) store().configurations().delete(configuration.id(), steps.user, NOON);
        Job job = steps.begun(steps.job(deleted.job()));
        List<ExistingRecord> left = existingRecords().next(job, 10);

        StepOutcome outcome = existingRecords()
                .take(new JobStep(
                        job,
                        null,
                        left.stream().map(record -> verdict(record)).toList(),
                        left.size(),
                        left.getLast().record().id(),
                        NOON));

        assertThat(left).hasSize(2);
        assertThat(((StepOutcome.Taken) outcome).job().released()).isEqualTo(2);
        assertThat(steps.lock(locks)).isEmpty();
        assertThat(steps.history(locks).getLast().cause()).isEqualTo(LockEvent.Cause.CONFIGURATION_DELETED);
        assertThat(existingRecords().next(job, 10)).isEmpty();
    }
}
