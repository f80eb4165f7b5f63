package dev.lockkeeper.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockkeeper.domain.catalog.ModuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobTest {

    @ParameterizedTest
    @CsvSource({"QUEUED, false", "RUNNING, false", "DONE, true", "FAILED, true"})
    void isOverOnceAllIsDoneOrGivenUp(JobState state, boolean over) {
        Job job = new Job(new JobId(1), JobKind.END_LOCKS, new ModuleId(2), state, 0, 0, 0, 0, 0, 0, null, null);

        assertThat(job.isOver()).isEqualTo(over);
    }

    @Test
    void hasAnIdThatIsReadAndWrittenAsItsDigits() {
        assertThat(JobId.parse("1777000000004000001")).hasValue(new JobId(1_777_000_000_004_000_001L));
        assertThat(new JobId(Long.MAX_VALUE)).hasToString("9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "007", "-1", "+1", "abc", "9223372036854775808"})
    void hasNoIdThatIsWrittenOtherwise(String text) {
        assertThat(JobId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void hasAPositiveId(long id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobId(id));
    }
}
