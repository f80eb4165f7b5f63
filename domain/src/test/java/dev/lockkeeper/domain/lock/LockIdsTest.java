package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1777000000001000001", "9223372036854775807"})
    void readsAndWritesAnIdAsItsDigits(String digits) {
        assertThat(RecordId.parse(digits)).hasValue(new RecordId(Long.parseLong(digits)));
        assertThat(RecordId.parse(digits).orElseThrow()).hasToString(digits);
        assertThat(LockId.parse(digits)).hasValue(new LockId(Long.parseLong(digits)));
        assertThat(LockId.parse(digits).orElseThrow()).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "+1", " 1", "1a", "9223372036854775808"})
    void readsNoIdFromAnyOtherText(String text) {
        assertThat(RecordId.parse(text)).isEmpty();
        assertThat(LockId.parse(text)).isEmpty();
    }

    @Test
    void refusesIdsThatAreNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LockId(-1));
    }
}
