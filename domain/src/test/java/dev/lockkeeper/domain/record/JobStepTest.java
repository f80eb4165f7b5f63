package dev.lockkeeper.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RuleVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JobStepTest {

    private static final Instant NANOS = Instant.parse("2026-03-04T12:00:00.123456999Z");
    private static final Instant MICROS = Instant.parse("2026-03-04T12:00:00.123456Z");
    private static final Job JOB = new Job(
            new JobId(1), JobKind.REVIEW_LOCKS, new ModuleId(2), JobState.RUNNING, 9, 0, 0, 0, 0, 0, MICROS, null);

    @Test
    void changesAtMostFiftyLocks() {
        assertThat(step(verdicts(50)).verdicts()).hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step(verdicts(51)))
                .withMessageContaining("50");
    }

    @Test
    void doesNotChangeWithTheVerdictsItWasMadeFrom() {
        List<JobStep.Verdict> verdicts = new ArrayList<>(verdicts(3));
        JobStep step = step(verdicts);

        verdicts.clear();

        assertThat(step.verdicts()).hasSize(3);
    }

    @Test
    void keepsItsTimeToTheMicrosecond() {
        assertThat(step(List.of()).at()).isEqualTo(MICROS);
    }

    @Test
    void aReportKeepsItsTimeToTheMicrosecondAndItsRecords() {
        Profile profile = new Profile(new ProfileId(5), "Sales", Set.of());
        List<JudgedRecord> records = new ArrayList<>(
                List.of(new JudgedRecord(new CrmRecord(new RecordId(1), null, null, Map.of()), RuleVerdict.end())));
        RecordReport report =
                new RecordReport(new ModuleId(2), null, records, new User(new UserId(7), "Zoë", profile, false), NANOS);

        records.clear();

        assertThat(report.records()).hasSize(1);
        assertThat(report.at()).isEqualTo(MICROS);
    }

    private static JobStep step(List<JobStep.Verdict> verdicts) {
        return new JobStep(JOB, null, verdicts, verdicts.size(), new RecordId(100), NANOS);
    }

    private static List<JobStep.Verdict> verdicts(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> new JobStep.Verdict(new RecordId(id), 1, RuleVerdict.end()))
                .toList();
    }
}
