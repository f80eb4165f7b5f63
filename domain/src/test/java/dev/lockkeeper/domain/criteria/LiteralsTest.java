package dev.lockkeeper.domain.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1.5", " -1.5", "-1.5\t", "\r\n-1.5\r\n", "-15e-1", "-0.15E1", "-1.5 \t\r\n"})
    void readsNumbersWithBlanksAroundThem(String text) {
        assertThat(Literals.number(text)).isEqualByComparingTo("-1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A01", "1\u2003", "1\u000B", "+", "1.5.2", "--1", "１", "1_000", "1f", "0b1"})
    void readsNoOtherTextsAsNumbers(String text) {
        assertThat(Literals.number(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"5., 5", ".5, 0.5", "+5, 5", "007, 7", "-0, 0", "1E+2, 100"})
    void readsNumbersAsPeopleWriteThem(String text, BigDecimal number) {
        assertThat(Literals.number(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-09-01T01:00:00-04:00, 2018-09-01T05:00:00Z",
        "2018-09-01T01:00-04:00, 2018-09-01T05:00:00Z",
        "2018-09-01T05:00:00Z, 2018-09-01T05:00:00Z",
        "2018-09-01T01:00:00.123456789-04:00:00, 2018-09-01T05:00:00.123456789Z",
        "0000-01-01T00:00:00+18:00, -0001-12-31T06:00:00Z",
        "9999-12-31T23:59:59-18:00, +10000-01-01T17:59:59Z",
    })
    void readsMoments(String text, Instant instant) {
        assertThat(Literals.instant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2018-09-01T01:00:00",
                "+2018-09-01T01:00:00Z",
                ":018-09-01T01:00:00Z",
                "2018-09-01T01:00:60Z",
                "2018-02-29T01:00:00Z",
                "2018-09-01T01:00:00.123456789-04:00:00Z",
            })
    void readsNothingElseAsAMoment(String text) {
        assertThat(Literals.instant(text)).isNull();
    }
}
