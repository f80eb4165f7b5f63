package dev.lockkeeper.application.job;

import static dev.lockkeeper.application.job.JobsFixture.NOW;
import static dev.lockkeeper.domain.RulesSteps.REASON;
import static dev.lockkeeper.domain.RulesSteps.judged;
import static dev.lockkeeper.domain.RulesSteps.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.record.CrmRecord;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What jobs do to the records of their module. */
class WorkOffJobsTest {

    private final JobsFixture given = new JobsFixture();
    private final RulesSteps steps = given.steps;
    private final LockingRule won = steps.rule("Won", true);
    private final LockingRule lost = steps.rule("Lost", false);
    private final ManualHold person = new ManualHold(steps.user.ref(), REASON);

    @Test
    void locksExactlyWhatRulesForExistingRecordsMatch() {
        steps.configured(lost, won);
        steps.reported(judged(record(1, "a", "Won")), judged(record(2, "b", "Lost")), judged(record(3, "c", "Open")));

        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.workOff();

        assertThat(steps.origin(1)).hasValue(new Automatic(won.id()));
        assertThat(steps.lock(2)).isEmpty();
        assertThat(steps.lock(3)).isEmpty();
        LockEvent event = steps.history(1).getLast();
        assertThat(event.by()).isNull();
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(event.cause()).isEqualTo(LockEvent.Cause.RULES);
        assertThat(given.now(job)).isEqualTo(over(job, 3, 1, 0, 3));
    }

    @Test
    void joinsThePersonsLocksOfRecordsThatMatch() {
        steps.configured(won);
        steps.lockedByHand(1);
        steps.reported(judged(record(1, "a", "Won")));

        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.workOff();

        assertThat(steps.origin(1)).hasValue(new Both(person, won.id()));
        assertThat(given.now(job).locked()).isEqualTo(1);
    }

    @Test
    void locksByTheFirstRuleThatMatchesOnceOneForExistingRecordsDoes() {
        LockingRule large = new LockingRule(
                given.store.configurations().newRuleId(),
                "large",
                false,
                Policies.read(steps.module, "Amount", "greater_than", "10"));
        steps.configured(large, won);
        steps.reported(judged(sized(1, "Won", 20)), judged(sized(2, "Lost", 20)), judged(sized(3, "Won", 5)));

        steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.workOff();

        assertThat(steps.origin(1)).hasValue(new Automatic(large.id()));
        assertThat(steps.lock(2)).isEmpty();
        assertThat(steps.origin(3)).hasValue(new Automatic(won.id()));
    }

    @Test
    void leavesARecordToTheRuleThatHoldsItWhileThatMatches() {
        steps.configured(won, lost);
        steps.reported(judged(record(1, "a", "Won"), won.id()), judged(record(2, "b", "Lost"), lost.id()));

        steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        steps.queued(JobKind.REVIEW_LOCKS);
        given.workOff();

        assertThat(steps.origin(1)).hasValue(new Automatic(won.id()));
        assertThat(steps.origin(2)).hasValue(new Automatic(lost.id()));
        assertThat(given.events(1, 2)).isEqualTo(2);
    }

    @Test
    void givesARecordToAnotherRuleThatMatchesOnceItsOwnIsGone() {
        steps.configured(won, lost);
        steps.reported(judged(record(1, "a", "Lost"), won.id()));
        given.change(LockType.BOTH, lost);

        Job job = steps.queued(JobKind.REVIEW_LOCKS);
        given.workOff();

        assertThat(steps.origin(1)).hasValue(new Automatic(lost.id()));
        assertThat(steps.history(1).getLast().kind()).isEqualTo(LockEvent.Kind.SOURCE_CHANGED);
        assertThat(given.now(job)).isEqualTo(over(job, 1, 0, 0, 1));
    }

    @Test
    void releasesWhatNoRuleMatchesAnyMore() {
        steps.configured(won, lost);
        steps.lockedByHand(2);
        steps.lockedByHand(3);
        steps.reported(
                judged(record(1, "a", "Lost"), lost.id()),
                judged(record(2, "b", "Lost"), lost.id()),
                judged(record(3, "c", "Lost")),
                judged(record(4, "d", "Won"), won.id()));
        given.change(LockType.BOTH, won);

        Job job = steps.queued(JobKind.REVIEW_LOCKS);
        given.workOff();

        assertThat(steps.lock(1)).isEmpty();
        assertThat(steps.origin(2)).hasValue(new Manual(person));
        assertThat(steps.origin(3)).hasValue(new Manual(person));
        assertThat(steps.origin(4)).hasValue(new Automatic(won.id()));
        assertThat(given.now(job)).isEqualTo(over(job, 3, 0, 2, 4));
    }

    @Test
    void releasesAllThatRulesHoldOncePeopleAloneLock() {
        steps.configured(won);
        steps.reported(judged(record(1, "a", "Won"), won.id()));
        given.change(LockType.MANUAL, won);

        steps.queued(JobKind.REVIEW_LOCKS);
        given.workOff();

        assertThat(steps.lock(1)).isEmpty();
    }

    @Test
    void releasesNothingWhereRulesDoNotRelease() {
        steps.configured(won, lost);
        steps.reported(judged(record(1, "a", "Open"), lost.id()));
        given.change(LockType.BOTH, won);

        Job job = steps.queued(JobKind.REVIEW_LOCKS);
        given.worker(given.records, false).execute(steps.module.id(), JobsFixture.NEVER);

        assertThat(steps.origin(1)).hasValue(new Automatic(lost.id()));
        assertThat(given.now(job).state()).isEqualTo(JobState.DONE);
        assertThat(given.now(job).released()).isZero();
    }

    @Test
    void takesForTheCurrentUserWhoeverReportedTheRecord() {
        LockingRule own = new LockingRule(
                given.store.configurations().newRuleId(),
                "own",
                true,
                Policies.read(steps.module, "Owner", "equal", "${CURRENTUSER}"));
        steps.configured(own);
        long reporter = steps.user.id().value();
        steps.reported(
                judged(new CrmRecord(steps.key(1).record(), null, reporter, Map.of())),
                judged(new CrmRecord(steps.key(2).record(), null, reporter + 1, Map.of())));

        steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.workOff();

        assertThat(steps.lock(1)).isPresent();
        assertThat(steps.lock(2)).isEmpty();
    }

    @Test
    void worksOffOneJobAfterTheOther() {
        steps.configured(won);
        given.reported("Won", 1, 2);

        Job first = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        Job second = steps.queued(JobKind.REVIEW_LOCKS);
        given.workOff();

        assertThat(given.now(first)).isEqualTo(over(first, 2, 2, 0, 2));
        // It counts what the first has locked, since it began when that was over.
        assertThat(given.now(second)).isEqualTo(over(second, 2, 0, 0, 2));
        assertThat(given.store.jobs().modulesWithWork()).isEmpty();
    }

    @Test
    void leavesTheJobsOfOtherModulesToOthers() {
        RulesSteps others = new RulesSteps(given.store);
        others.configured(others.rule("Won", true));
        Job job = others.queued(JobKind.LOCK_EXISTING_RECORDS);

        given.workOff();

        assertThat(given.now(job)).isEqualTo(job);
    }

    @Test
    void isDoneAtOnceWhereThereAreNoRecords() {
        steps.configured(won);

        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.workOff();

        assertThat(given.now(job)).isEqualTo(over(job, 0, 0, 0, 0));
    }

    private static CrmRecord sized(long id, String stage, long amount) {
        return new CrmRecord(
                record(id, "", "").id(), "Record", null, Map.of("Stage", stage, "Amount", BigDecimal.valueOf(amount)));
    }

    /** This job as it is once it has looked at all its records. */
    private static Job over(Job job, long total, long locked, long released, long reached) {
        return new Job(
                job.id(),
                job.kind(),
                job.module(),
                JobState.DONE,
                total,
                total,
                locked,
                released,
                0,
                reached,
                NOW,
                NOW);
    }
}
