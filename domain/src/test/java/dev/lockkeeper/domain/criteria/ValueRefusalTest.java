package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.MODULE;
import static dev.lockkeeper.domain.criteria.SampleModule.fault;
import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of conditions that are none, and those just within the limits. */
class ValueRefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"integer", "text", "multiselectpicklist", "date", "datetime", "boolean", "lookup"})
    void refusesNothingForAValue(String field) {
        assertInvalid(leaf(field, "equal", ""), ".value");
        assertInvalid(leaf(field, "equal", List.of()), ".value");
        assertInvalid(leaf(field, "equal", Map.of()), ".value");
    }

    @ParameterizedTest
    @CsvSource({"integer, ten", "integer, '1,000'", "decimal, 0x10", "decimal, 1e", "decimal, .", "decimal, -"})
    @CsvSource({"decimal, ' '", "decimal, NaN", "currency, $10", "decimal, ٣", "decimal, '1 0'", "decimal, \u00A010"})
    @CsvSource({"integer, true", "integer, ${TODAY}", "decimal, 1e99999999999", "decimal, 1e100", "decimal, 1e-101"})
    @CsvSource({"date, 2025-02-29", "date, 24.11.2025", "date, 2025-11-24T00:00:00Z", "date, ' 2025-11-24'"})
    @CsvSource({"date, 20251124", "date, +2025-1-24", "date, -025-11-24", "date, /025-11-24", "date, today"})
    @CsvSource({"date, ${CURRENTUSER}", "date, ${today}", "date, 1763942400"})
    @CsvSource({"datetime, 2025-11-24T10:00:00", "datetime, 2025-11-24 10:00:00Z", "datetime, 2025-11-24T24:00:00Z"})
    @CsvSource({"datetime, +12025-11-24T10:00:00Z", "datetime, 2025-11-24T10:00:00Z[Europe/Berlin]", "datetime, now"})
    @CsvSource({"datetime, 2025-11-24T10:00:00.1234567890Z", "datetime, '2025-11-24T10:00:00Z '"})
    @CsvSource({"boolean, yes", "boolean, 1", "boolean, ${EMPTY}", "boolean, ${NOTEMPTY}", "boolean, ' true'"})
    @CsvSource({"lookup, Acme", "lookup, 0", "lookup, -5", "lookup, 05", "lookup, ' 5'", "lookup, 9223372036854775808"})
    @CsvSource({"lookup, ${CURRENTUSER}", "ownerlookup, ${TODAY}", "userlookup, ${currentuser}", "lookup, 5.0"})
    @CsvSource({"multiselectpicklist, ;", "multiselectpicklist, ;;"})
    void refusesAValueOfAnotherType(String field, String value) {
        assertInvalid(leaf(field, "equal", value), ".value");
        assertInvalid(group("AND", leaf(field, "not_equal", value)), ".group[0].value");
    }

    static Stream<Object> hostileNumbers() {
        return Stream.of(
                new BigDecimal("1E+1000000000"),
                new BigDecimal("1E-1000000000"),
                new BigDecimal("0E+200"),
                BigDecimal.TEN.pow(100),
                BigInteger.TEN.pow(100),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                "1E+1000000000",
                "-1e-999999999",
                "9".repeat(101),
                "9".repeat(3000),
                "0." + "0".repeat(100) + "1");
    }

    @ParameterizedTest
    @MethodSource("hostileNumbers")
    void refusesNumbersThatWouldTakeMoreThanAHundredDigits(Object number) {
        assertInvalid(leaf("decimal", "equal", number), ".value");
        if (number instanceof Number) {
            assertInvalid(leaf("text", "equal", number), ".value");
        }
    }

    /** To write this number out, if only to count its digits, would take minutes. */
    @Test
    void refusesAHugeNumberByItsSize() {
        BigInteger huge = BigInteger.ONE.shiftLeft(100_000_000);

        assertInvalid(leaf("decimal", "equal", huge), ".value");
        assertInvalid(leaf("text", "equal", new BigDecimal(huge, 7)), ".value");
    }

    @Test
    void takesNumbersOfAHundredDigits() {
        String longest = "9".repeat(100);
        String smallest = "-1e-100";
        String greatest = " +1e99\t";

        assertThat(read(MODULE, leaf("decimal", "in", List.of(longest, smallest, greatest, new BigInteger(longest))))
                        .toTree())
                .containsEntry("value", List.of(longest, smallest, greatest, longest));
    }

    @Test
    void takesThreeThousandCharactersAndNoMore() {
        assertThat(read(MODULE, leaf("text", "equal", "🔒".repeat(3000)))).isNotNull();
        assertInvalid(leaf("text", "equal", "x".repeat(3001)), ".value");
        assertInvalid(leaf("textarea", "not_in", List.of("x", "🔒".repeat(3000) + "x")), ".value[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\uD83Db", "\uDD12", "🔒\uD83D"})
    void refusesTextThatNoStoreKeeps(String text) {
        assertInvalid(leaf("text", "contains", text), ".value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "not_in", "between", "not_between"})
    void wantsAnArrayWhereThereCanBeSeveral(String comparator) {
        assertInvalid(leaf("integer", comparator, "1"), ".value");
        assertInvalid(leaf("integer", comparator, List.of()), ".value");
        assertInvalid(leaf("integer", comparator, Map.of("id", 1)), ".value");
        assertInvalid(leaf("integer", comparator, List.of("1", "x")), ".value[1]");
        assertInvalid(leaf("integer", comparator, List.of(List.of("1"), "x")), ".value[0]");
        assertInvalid(leaf("integer", comparator, Arrays.asList("1", null)), ".value[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"equal", "not_equal", "less_than", "greater_equal"})
    void wantsNoArrayWhereThereIsOne(String comparator) {
        assertInvalid(leaf("integer", comparator, List.of("1")), ".value");
    }

    @Test
    void wantsTwoEndsToBeBetween() {
        assertInvalid(leaf("date", "between", List.of("2025-11-24")), ".value");
        assertInvalid(leaf("date", "not_between", Collections.nCopies(3, "2025-11-24")), ".value");
    }

    @Test
    void takesAHundredValuesAndNoMore() {
        assertThat(read(MODULE, leaf("integer", "in", Collections.nCopies(100, 1))))
                .isNotNull();
        assertInvalid(leaf("integer", "in", Collections.nCopies(101, 1)), ".value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${EMPTY}", "${NOTEMPTY}"})
    void asksForEmptinessOnlyByEqualAndNotEqual(String macro) {
        assertInvalid(leaf("text", "contains", macro), ".value");
        assertInvalid(leaf("text", "in", List.of("x", macro)), ".value[1]");
        assertInvalid(leaf("multiselectpicklist", "starts_with", macro), ".value");
        assertInvalid(leaf("integer", "less_than", macro), ".value");
        assertInvalid(leaf("date", "between", List.of(macro, "${TODAY}")), ".value[0]");
        assertInvalid(leaf("lookup", "not_in", List.of(macro)), ".value[0]");
    }

    @Test
    void takesAnIdInAMapForLookupsOnly() {
        assertInvalid(leaf("text", "equal", Map.of("id", "5")), ".value");
        assertInvalid(leaf("integer", "equal", Map.of("id", "5")), ".value");
        assertInvalid(leaf("lookup", "equal", Map.of("name", "Acme")), ".value");
        assertInvalid(leaf("lookup", "equal", Map.of("id", Map.of("id", "5"))), ".value");
    }

    private static void assertInvalid(Object tree, String path) {
        assertThat(fault(MODULE, tree)).isEqualTo(CriteriaFault.of(Kind.VALUE_INVALID, "value", path));
    }
}
