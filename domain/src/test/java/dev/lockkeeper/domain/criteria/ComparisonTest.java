package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.matches;
import static dev.lockkeeper.domain.criteria.SampleModule.operand;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, texts, choices, booleans and ids; {@link DateComparisonTest} has what depends on a calendar. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        equal         | 10         | 10    | true
        equal         | 10         | 10.0  | true
        equal         | ' 10\t'    | 1e1   | true
        equal         | 10         | 9     | false
        not_equal     | 10         | 9     | true
        not_equal     | 10         | 10.00 | false
        in            | 9,10,11    | 10.0  | true
        in            | 9,11       | 10    | false
        not_in        | 9,11       | 10    | true
        not_in        | 9,10,11    | 10    | false
        less_than     | 10         | 9.99  | true
        less_than     | 10         | 10    | false
        less_than     | 9          | 10    | false
        less_equal    | 10         | 10    | true
        less_equal    | 10         | 10.01 | false
        greater_than  | 10         | 10.01 | true
        greater_than  | 10         | 10    | false
        greater_equal | 10         | 10    | true
        greater_equal | 10         | -10   | false
        between       | 5,10       | 5     | true
        between       | 5,10       | 10    | true
        between       | 5,10       | 4.9   | false
        between       | 5,10       | 10.1  | false
        between       | 10,5       | 7     | false
        not_between   | 5,10       | 4.9   | true
        not_between   | 5,10       | 7     | false
        not_between   | 10,5       | 7     | true
        """)
    void comparesNumbers(String comparator, String operand, String value, boolean expected) {
        for (String field : List.of("integer", "bigint", "decimal", "currency", "percent")) {
            assertThat(matches(field, comparator, operand(comparator, operand), value))
                    .isEqualTo(expected);
            assertThat(matches(field, comparator, operand(comparator, operand), new BigDecimal(value)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void comparesNumbersExactlyThatDoublesCannotTellApart() {
        assertThat(matches("bigint", "equal", "9007199254740992", 9007199254740993L))
                .isFalse();
        assertThat(matches("decimal", "less_than", "0.30000000000000000001", "0.3"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        equal        | closed won        | CLOSED WON  | true
        equal        | Straße            | STRASSE     | true
        equal        | closed            | closed won  | false
        equal        | 10                | 10.0        | false
        not_equal    | closed            | closed won  | true
        not_equal    | closed            | Closed      | false
        in           | open,Won          | wON         | true
        in           | open,won          | lost        | false
        not_in       | open,won          | lost        | true
        not_in       | open,won          | Open        | false
        contains     | ED W              | closed won  | true
        contains     | ss                | Straße      | true
        contains     | x                 | closed won  | false
        not_contains | x                 | closed won  | true
        not_contains | WON               | closed won  | false
        starts_with  | CLO               | closed won  | true
        starts_with  | won               | closed won  | false
        ends_with    | Won               | closed won  | true
        ends_with    | closed            | closed won  | false
        equal        | ' '               | ' '         | true
        equal        | ${TODAY}          | ${today}    | true
        """)
    void comparesTexts(String comparator, String operand, String value, boolean expected) {
        for (String field : List.of("text", "textarea", "email", "phone", "website", "picklist")) {
            assertThat(matches(field, comparator, operand(comparator, operand), value))
                    .isEqualTo(expected);
        }
    }

    @Test
    void takesNumbersAndBooleansInTextFieldsForTheirText() {
        assertThat(matches("text", "equal", "10.50", new BigDecimal("10.50"))).isTrue();
        assertThat(matches("text", "starts_with", "tr", true)).isTrue();
        assertThat(matches("text", "equal", 7, 7L)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        equal        | Vat;Sales   | sales;vat       | true
        equal        | Vat;Sales   | vat;SALES;vat;; | true
        equal        | Vat;Sales   | vat             | false
        equal        | Vat         | sales;vat       | false
        equal        | Vat;Sales   | vat;other       | false
        equal        | Vat;Sales   | sales           | false
        equal        | Sales       | sales;vat       | false
        not_equal    | Vat         | sales;vat       | true
        not_equal    | sales;Vat   | vat;sales       | false
        in           | Vat,Other   | sales;vat       | true
        in           | Sal,Other   | sales;vat       | false
        in           | sales;vat   | sales;vat       | false
        not_in       | Sal,Other   | sales;vat       | true
        not_in       | Vat         | sales;vat       | false
        contains     | AL          | vat;sales       | true
        contains     | tsales      | vat;sales       | false
        not_contains | x           | vat;sales       | true
        not_contains | t           | vat;sales       | false
        starts_with  | Sal         | vat;sales       | true
        starts_with  | al          | vat;sales       | false
        ends_with    | at          | vat;sales       | true
        ends_with    | va          | vat;sales       | false
        """)
    void comparesChoices(String comparator, String operand, String value, boolean expected) {
        Object operands = operand(comparator, operand);
        assertThat(matches("multiselectpicklist", comparator, operands, value)).isEqualTo(expected);
        assertThat(matches("multiselectpicklist", comparator, operands, List.of(value.split(";", -1))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, True", "false, FALSE"})
    void comparesBooleans(String operand, String value) {
        assertThat(matches("boolean", "equal", operand, value)).isTrue();
        assertThat(matches("boolean", "equal", operand, Boolean.parseBoolean(value)))
                .isTrue();
        assertThat(matches("boolean", "not_equal", operand, value)).isFalse();
        assertThat(matches("boolean", "equal", operand, !Boolean.parseBoolean(value)))
                .isFalse();
        assertThat(matches("boolean", "not_equal", operand, !Boolean.parseBoolean(value)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookup", "ownerlookup", "userlookup"})
    void comparesLookupsById(String field) {
        for (Object value : List.of("58001", 58001, Map.of("name", "Ann", "id", "58001"), Map.of("id", 58001L))) {
            assertThat(matches(field, "equal", "58001", value)).isTrue();
            assertThat(matches(field, "equal", "58002", value)).isFalse();
            assertThat(matches(field, "not_equal", Map.of("id", "58001", "name", "Bob"), value))
                    .isFalse();
            assertThat(matches(field, "not_equal", "58002", value)).isTrue();
            assertThat(matches(field, "in", List.of("1", 58001), value)).isTrue();
            assertThat(matches(field, "in", List.of("1", "2"), value)).isFalse();
            assertThat(matches(field, "not_in", List.of("1", Map.of("id", "58001")), value))
                    .isFalse();
            assertThat(matches(field, "not_in", List.of("1", "2"), value)).isTrue();
        }
    }
}
