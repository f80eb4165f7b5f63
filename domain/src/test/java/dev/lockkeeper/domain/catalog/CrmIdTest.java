package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmIdTest {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void readsTheSmallestAndTheLargestId() {
        assertThat(CrmId.parse("1")).hasValue(1);
        assertThat(CrmId.parse("9223372036854775807")).hasValue(Long.MAX_VALUE);
    }

    @Test
    void readsAnIdOfZohosForm() {
        assertThat(CrmId.parse("1777000000001000001")).hasValue(1_777_000_000_001_000_001L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "9223372036854775809",
                "9999999999999999999",
                "10000000000000000000",
                "18446744073709551617",
                "99999999999999999999"
            })
    void refusesWhatDoesNotFitIntoSixtyFourBits(String text) {
        assertThat(CrmId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "01", "0001777000000001000001", "0000000000000000001"})
    void refusesZeroAndLeadingZeros(String text) {
        assertThat(CrmId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "-1", "-9223372036854775808", "1-", "\u22121"})
    void refusesASign(String text) {
        assertThat(CrmId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 1", "1 ", "1 2", "1\n", "\t1", "\u00A01"})
    void refusesNothingAndSpaces(String text) {
        assertThat(CrmId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "a", "0x1F", "1L", "1e3", "1.0", "1,000", "1_000", "1/", "1:", "null"})
    void refusesOtherNotations(String text) {
        assertThat(CrmId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "\u0967", "1\uFF12", "\uD835\uDFCF", "\u00B2", "\u2167"})
    void refusesDigitsOutsideAscii(String text) {
        assertThat(CrmId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void requiresAPositiveValue(long value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmId.requirePositive(value))
                .withMessageContaining(Long.toString(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Long.MAX_VALUE})
    void takesEveryPositiveValue(long value) {
        assertThatCode(() -> CrmId.requirePositive(value)).doesNotThrowAnyException();
    }

    @Property
    void readsBackEveryPositiveLong(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long id) {
        assertThat(CrmId.parse(Long.toString(id))).hasValue(id);
    }

    @Property
    void readsDigitsExactlyWhenTheyWriteAnIdInTheOnlyWayItIsWritten(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 22) String digits) {
        BigInteger number = new BigInteger(digits);
        boolean isId = number.signum() > 0
                && number.compareTo(LARGEST) <= 0
                && number.toString().equals(digits);

        assertThat(CrmId.parse(digits).isPresent()).isEqualTo(isId);
        if (isId) {
            assertThat(CrmId.parse(digits)).hasValue(number.longValueExact());
        }
    }

    @Property
    void readsNoIdFromNineteenDigitsBeyondTheLargest(
            @ForAll @LongRange(min = Long.MIN_VALUE, max = -8_446_744_073_709_551_617L) long wrapped) {
        String digits = Long.toUnsignedString(wrapped);

        assertThat(digits).hasSize(19);
        assertThat(CrmId.parse(digits)).isEmpty();
    }

    @Property
    void answersEveryTextAndWritesBackWhatItReads(@ForAll String text) {
        CrmId.parse(text).ifPresent(id -> assertThat(Long.toString(id)).isEqualTo(text));
    }
}
