package dev.lockkeeper.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.job.ListJobs.Page;
import dev.lockkeeper.application.job.ListJobs.Query;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.job.InMemoryJobs;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindJobsTest {

    private final InMemoryJobs jobs = new InMemoryJobs();
    private final FindJob findJob = new FindJob(jobs);
    private final ListJobs listJobs = new ListJobs(jobs);

    @Test
    void findsAJobByItsId() {
        added();
        Job job = added();

        assertThat(findJob.execute(job.id().toString())).hasValue(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "007", "-1", "abc", "9223372036854775808", "4711"})
    void findsNoJobUnderAnIdThatIsNone(String id) {
        added();

        assertThat(findJob.execute(id)).isEmpty();
    }

    @Test
    void listsJobsLatestFirstPageByPage() {
        Job first = added();
        Job second = added();
        Job third = added();

        assertThat(listJobs.execute(new Query(null, 2))).isEqualTo(new Page(List.of(third, second), true));
        assertThat(listJobs.execute(new Query(second.id(), 2))).isEqualTo(new Page(List.of(first), false));
        assertThat(listJobs.execute(new Query(first.id(), 2))).isEqualTo(new Page(List.of(), false));
    }

    @Test
    void promisesNoMoreWhenTheLastPageIsFull() {
        Job first = added();
        Job second = added();

        assertThat(listJobs.execute(new Query(null, 2))).isEqualTo(new Page(List.of(second, first), false));
    }

    private Job added() {
        return jobs.find(jobs.add(JobKind.REVIEW_LOCKS, new ModuleId(1))).orElseThrow();
    }
}
