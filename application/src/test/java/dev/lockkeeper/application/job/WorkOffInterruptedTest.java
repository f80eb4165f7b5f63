package dev.lockkeeper.application.job;

import static dev.lockkeeper.application.job.JobsFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a job when something comes between: 120 records are to be locked, in three steps. */
class WorkOffInterruptedTest {

    private final JobsFixture given = new JobsFixture();
    private final RulesSteps steps = given.steps;
    private final LockingRule won = steps.rule("Won", true);

    @BeforeEach
    void wonRecordsWereReportedBeforeTheRule() {
        steps.configured(won);
        given.reported("Won", 1, 120);
    }

    @Test
    void doesNotBeginOnceItIsToldToStop() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);

        given.workOff(() -> true);

        assertThat(given.now(job)).isEqualTo(job);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stopsAfterTheStepThatIsUnderWayAndIsGoneOnWithByAnother(int step) {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);

        given.workOff(() -> given.records.tried.size() == step);

        assertThat(given.now(job).state()).isEqualTo(JobState.RUNNING);
        assertThat(given.now(job).done()).isEqualTo(50L * step);
        assertThat(given.locked(1, 120)).isEqualTo(50L * step);

        given.workOffElsewhere();

        assertAllLockedOnce(job);
    }

    @Test
    void leavesTheNextJobOnceItIsToldToStop() {
        Job first = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        Job second = steps.queued(JobKind.LOCK_EXISTING_RECORDS);

        given.workOff(() -> given.now(first).isOver());

        assertThat(given.now(first).state()).isEqualTo(JobState.DONE);
        assertThat(given.now(second)).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void worksInVainWhereAnotherFinishesTheJob(int step) {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.before(step, given::workOffElsewhere);

        given.workOff();

        assertThat(given.records.tried).hasSize(step);
        assertAllLockedOnce(job);
    }

    @Test
    void goesOnFromWhereAnotherHasCome() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        InterruptedExistingRecords others = new InterruptedExistingRecords(given.store.existingRecords());
        given.records.before(
                2, () -> given.worker(others, true).execute(steps.module.id(), () -> others.tried.size() == 1));

        given.workOff();

        assertThat(given.records.tried)
                .extracting(tried -> tried.verdicts().size())
                .containsExactly(50, 50, 20);
        assertAllLockedOnce(job);
    }

    @Test
    void hasNothingToDoWhereAnotherFinishesTheJobBeforeItBegins() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.beforeCounting(() -> given.store.jobs().end(job.id(), JobState.DONE, NOW));

        given.workOff();

        assertThat(given.records.tried).isEmpty();
        assertThat(given.locked(1, 120)).isZero();
    }

    @Test
    void judgesWhatIsLeftByTheRulesThatAreInForceByThen() {
        LockingRule filled = steps.rule("won", true);
        given.reported("Lost", 101, 120);
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.before(2, () -> given.change(LockType.BOTH, filled, steps.rule("Lost", false)));

        given.workOff();

        assertThat(steps.origin(50)).hasValue(new Automatic(won.id()));
        assertThat(steps.origin(51)).hasValue(new Automatic(filled.id()));
        assertThat(given.locked(51, 100)).isEqualTo(50);
        assertThat(given.locked(101, 120)).isZero();
        assertThat(given.now(job).done()).isEqualTo(120);
        assertThat(given.now(job).locked()).isEqualTo(100);
    }

    @Test
    void locksNothingMoreOnceTheConfigurationIsDeleted() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.before(
                2,
                () -> given.store.configurations().delete(steps.configuration().id(), steps.user, NOW));

        given.workOff();

        assertThat(given.locked(1, 120)).isZero();
        assertThat(given.events(51, 120)).isZero();
        assertThat(given.now(job).state()).isEqualTo(JobState.DONE);
        assertThat(given.now(job).done()).isEqualTo(120);
        assertThat(given.now(job).locked()).isEqualTo(50);
    }

    @Test
    void leavesRecordsToReportsThatComeInBetween() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.before(2, () -> given.reported("Lost", 51, 60));

        given.workOff();

        assertThat(given.locked(51, 60)).isZero();
        assertThat(given.locked(1, 120)).isEqualTo(110);
        assertThat(given.now(job).locked()).isEqualTo(110);
        assertThat(given.now(job).done()).isEqualTo(120);
    }

    @Test
    void isTriedAgainAfterAFaultOfOursAndGivenUpAfterTheFifth() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        Job next = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        IllegalStateException fault = new IllegalStateException("a fault of ours");
        for (int step = 2; step < 2 + WorkOffJobs.MAX_FAULTS; step++) {
            given.records.before(step, () -> {
                throw fault;
            });
        }

        for (int attempt = 1; attempt < WorkOffJobs.MAX_FAULTS; attempt++) {
            assertThatThrownBy(given::workOff).isSameAs(fault);
            assertThat(given.now(job).state()).isEqualTo(JobState.RUNNING);
        }
        assertThatThrownBy(given::workOff).isSameAs(fault);

        assertThat(given.now(job).state()).isEqualTo(JobState.FAILED);
        assertThat(given.now(job).finishedAt()).isEqualTo(NOW);
        assertThat(given.now(job).done()).isEqualTo(50);
        assertThat(given.locked(1, 120)).isEqualTo(50);

        given.workOff();

        assertThat(given.now(next).state()).isEqualTo(JobState.DONE);
        assertThat(given.locked(1, 120)).isEqualTo(120);
    }

    @Test
    void isCountedOnceHoweverOftenItIsTakenUpAgain() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        AtomicInteger counted = new AtomicInteger();
        given.records.beforeCounting(counted::incrementAndGet);
        given.records.before(2, () -> {
            throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IOException("away"));
        });

        assertThatThrownBy(given::workOff).isInstanceOf(StoreUnavailable.class);
        given.workOff();

        assertAllLockedOnce(job);
        assertThat(counted).hasValue(1);
    }

    @Test
    void waitsWhileTheStoreIsAway() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        StoreUnavailable away = new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IOException("away"));
        given.records.before(2, () -> {
            throw away;
        });

        assertThatThrownBy(given::workOff).isSameAs(away);

        assertThat(given.now(job).state()).isEqualTo(JobState.RUNNING);
        assertThat(given.now(job).done()).isEqualTo(50);

        given.workOff();

        assertAllLockedOnce(job);
    }

    @Test
    void repeatsNothingThatWasDoneAlthoughNobodyCouldTell() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.after(2, () -> {
            throw new StoreUnavailable(StoreUnavailable.Step.UNKNOWN, new IOException("no answer"));
        });

        assertThatThrownBy(given::workOff).isInstanceOf(StoreUnavailable.class);
        given.workOff();

        assertAllLockedOnce(job);
    }

    @Test
    void goesOnWithoutATotalWhereThereAreTooManyToCount() {
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.records.beforeCounting(() -> {
            throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IOException("cancelled"));
        });

        given.workOff();

        assertThat(given.now(job).state()).isEqualTo(JobState.DONE);
        assertThat(given.now(job).total()).isZero();
        assertThat(given.now(job).done()).isEqualTo(120);
    }

    private void assertAllLockedOnce(Job job) {
        assertThat(given.locked(1, 120)).isEqualTo(120);
        assertThat(given.events(1, 120)).isEqualTo(120);
        assertThat(given.now(job).state()).isEqualTo(JobState.DONE);
        assertThat(given.now(job).total()).isEqualTo(120);
        assertThat(given.now(job).done()).isEqualTo(120);
        assertThat(given.now(job).locked()).isEqualTo(120);
    }
}
