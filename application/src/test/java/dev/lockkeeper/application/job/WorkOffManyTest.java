package dev.lockkeeper.application.job;

import static dev.lockkeeper.application.job.JobsFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.CreateOutcome;
import dev.lockkeeper.domain.configuration.DeleteOutcome;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.record.JobStep;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How jobs go through more records than are read, and change more locks than are changed, at a time. */
class WorkOffManyTest {

    private static final int ALL = 1120;

    private final JobsFixture given = new JobsFixture();
    private final RulesSteps steps = given.steps;

    @Test
    void looksAtEveryRecordOnceAndChangesFewLocksAtATime() {
        steps.configured(steps.rule("Won", true));
        given.reported("Lost", 1, 999);
        given.reported("Won", 1000, ALL);

        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);
        given.workOff();

        assertThat(given.locked(1, 999)).isZero();
        assertThat(given.locked(1000, ALL)).isEqualTo(121);
        assertThat(given.events(1, ALL)).isEqualTo(121);
        Job after = given.now(job);
        assertThat(after.state()).isEqualTo(JobState.DONE);
        assertThat(after.total()).isEqualTo(ALL);
        assertThat(after.done()).isEqualTo(ALL);
        assertThat(after.locked()).isEqualTo(121);
        assertThat(given.records.tried)
                .extracting(step -> step.verdicts().size())
                .containsExactly(0, 1, 50, 50, 20);
        assertThat(given.records.tried).extracting(JobStep::looked).containsExactly(500L, 500L, 50L, 50L, 20L);
        assertThat(given.records.limits).containsOnly(WorkOffJobs.RECORDS_AT_A_TIME);
    }

    @Test
    void showsItsProgressAfterEveryStep() {
        steps.configured(steps.rule("Won", true));
        given.reported("Won", 1, 120);
        Job job = steps.queued(JobKind.LOCK_EXISTING_RECORDS);

        given.records.before(3, () -> {
            Job now = given.now(job);
            assertThat(now.state()).isEqualTo(JobState.RUNNING);
            assertThat(now.startedAt()).isEqualTo(NOW);
            assertThat(now.total()).isEqualTo(120);
            assertThat(now.done()).isEqualTo(100);
            assertThat(now.locked()).isEqualTo(100);
            assertThat(now.reached()).isEqualTo(100);
        });
        given.workOff();

        assertThat(given.records.tried).hasSize(3);
        assertThat(given.now(job).finishedAt()).isEqualTo(NOW);
    }

    @Test
    void endsTheLocksThatADeletedConfigurationLeftBehind() {
        steps.configured(steps.rule("Won", true));
        LongStream.rangeClosed(1, ALL).forEach(steps::lockedByHand);
        DeleteOutcome.Deleted deleted = (DeleteOutcome.Deleted)
                given.store.configurations().delete(steps.configuration().id(), steps.user, NOW);
        Job job = steps.job(deleted.job());
        long left = ALL - Configurations.LOCKS_ENDED_AT_ONCE;
        assertThat(given.locked(1, ALL)).isEqualTo(left);

        given.workOff();

        assertThat(given.locked(1, ALL)).isZero();
        assertThat(steps.history(ALL).getLast().cause()).isEqualTo(LockEvent.Cause.CONFIGURATION_DELETED);
        Job after = given.now(job);
        assertThat(after.kind()).isEqualTo(JobKind.END_LOCKS);
        assertThat(after.state()).isEqualTo(JobState.DONE);
        assertThat(after.total()).isEqualTo(left);
        assertThat(after.done()).isEqualTo(left);
        assertThat(after.released()).isEqualTo(left);
        assertThat(given.records.tried)
                .extracting(step -> step.verdicts().size())
                .containsExactly(50, 50, 20);
    }

    @Test
    void keepsAModuleWithoutConfigurationUntilItsLocksHaveEnded() {
        steps.configured(steps.rule("Won", true));
        LongStream.rangeClosed(1, ALL).forEach(steps::lockedByHand);
        given.store.configurations().delete(steps.configuration().id(), steps.user, NOW);

        assertThat(create()).isInstanceOf(CreateOutcome.StillEnding.class);

        given.workOff();

        assertThat(create()).isInstanceOf(CreateOutcome.Created.class);
    }

    private CreateOutcome create() {
        return given.store.configurations().create(steps.module.id(), LockingPolicy.manual(), null, steps.user, NOW);
    }
}
