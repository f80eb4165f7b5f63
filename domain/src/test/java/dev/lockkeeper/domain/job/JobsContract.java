package dev.lockkeeper.domain.job;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Jobs} does. */
public interface JobsContract {

    /** The store that the jobs are in, with the other ports on it. */
    RulesStore store();

    Jobs jobs();

    private static JobId queued(RulesSteps steps) {
        if (steps.store.configurations().find(steps.module.id()).isEmpty()) {
            steps.configured(steps.rule("Won", false));
        }
        return steps.queued(JobKind.REVIEW_LOCKS).id();
    }

    @Test
    default void beginsWithTheOldestJobOfAModuleAndGoesOnWhenItIsOver() {
        RulesSteps steps = new RulesSteps(store());
        JobId first = queued(steps);
        JobId second = queued(steps);
        JobId elsewhere = queued(new RulesSteps(store()));

        assertThat(jobs().next(steps.module.id()).orElseThrow().id()).isEqualTo(first);
        jobs().begin(first, 5, NOON);
        assertThat(jobs().next(steps.module.id()).orElseThrow().id()).isEqualTo(first);
        jobs().end(first, JobState.DONE, NOON);
        assertThat(jobs().next(steps.module.id()).orElseThrow().id()).isEqualTo(second);
        jobs().end(second, JobState.FAILED, NOON);
        assertThat(jobs().next(steps.module.id())).isEmpty();
        assertThat(jobs().find(elsewhere).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    default void keepsWhenAJobBeganAndEnded() {
        JobId id = queued(new RulesSteps(store()));
        Instant later = NOON.plusSeconds(60);

        jobs().begin(id, 5, NOON);
        jobs().begin(id, 6, later);
        jobs().end(id, JobState.DONE, later);
        jobs().end(id, JobState.FAILED, later.plusSeconds(60));

        Job job = jobs().find(id).orElseThrow();
        assertThat(job.total()).isEqualTo(5);
        assertThat(job.startedAt()).isEqualTo(NOON);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.finishedAt()).isEqualTo(later);
        assertThat(job.isOver()).isTrue();
    }

    @Test
    default void knowsWhichModulesHaveWork() {
        RulesSteps steps = new RulesSteps(store());
        JobId first = queued(steps);
        JobId second = queued(steps);

        assertThat(jobs().modulesWithWork()).containsOnlyOnce(steps.module.id());
        jobs().begin(first, 1, NOON);
        assertThat(jobs().modulesWithWork()).containsOnlyOnce(steps.module.id());
        jobs().end(first, JobState.DONE, NOON);
        jobs().end(second, JobState.DONE, NOON);
        assertThat(jobs().modulesWithWork()).doesNotContain(steps.module.id());
    }

    @Test
    default void listsTheLatestFirst() {
        RulesSteps steps = new RulesSteps(store());
        JobId first = queued(steps);
        JobId second = queued(steps);
        JobId third = queued(steps);

        assertThat(ids(jobs().list(null, 2))).containsExactly(third, second);
        assertThat(ids(jobs().list(second, 1))).containsExactly(first);
        assertThat(jobs().find(new JobId(1))).isEmpty();
    }

    private static List<JobId> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }
}
