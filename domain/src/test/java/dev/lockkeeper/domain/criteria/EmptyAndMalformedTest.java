package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.OCCASION;
import static dev.lockkeeper.domain.criteria.SampleModule.ZONE;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.matches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.criteria.FieldValue.Unusable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields without a value, and fields with one that is not of their type. */
class EmptyAndMalformedTest {

    static Stream<Arguments> everyComparatorOfEveryType() {
        return Arrays.stream(FieldType.values())
                .flatMap(type -> ValueKind.of(type).comparators().stream()
                        .map(comparator -> Arguments.of(type, comparator, operand(type, comparator))));
    }

    private static Object operand(FieldType type, Comparator comparator) {
        String operand = switch (ValueKind.of(type)) {
            case NUMBER, RECORD, USER -> "10";
            case TEXT, CHOICES, NONE -> "Open";
            case DATE, DATETIME -> "2025-11-24";
            case BOOLEAN -> "true";
        };
        return comparator.takesOneValue() ? operand : List.of(operand, operand);
    }

    @ParameterizedTest
    @MethodSource("everyComparatorOfEveryType")
    void anEmptyFieldMatchesNegationsOnly(FieldType type, Comparator comparator, Object operand) {
        Map<String, Object> tree = leaf(type.zohoName(), comparator.zohoName(), operand);

        assertThat(matches(tree, Map.of(), OCCASION)).isEqualTo(comparator.negated());
        for (Object empty : Arrays.asList(null, "", List.of(), new ArrayList<>())) {
            assertThat(matches(type.zohoName(), comparator.zohoName(), operand, empty))
                    .isEqualTo(comparator.negated());
        }
    }

    @ParameterizedTest
    @MethodSource("everyComparatorOfEveryType")
    void aFieldOfTheWrongShapeMatchesNothing(FieldType type, Comparator comparator, Object operand) {
        for (Object wrong : wrongShapes(type)) {
            assertThat(matches(type.zohoName(), comparator.zohoName(), operand, wrong))
                    .as("%s", wrong)
                    .isFalse();
        }
    }

    private static List<Object> wrongShapes(FieldType type) {
        List<Object> wrong =
                new ArrayList<>(List.of(Map.of(), Map.of("name", "Open"), Map.of("id", "x"), new Object()));
        switch (ValueKind.of(type)) {
            case NUMBER -> wrong.addAll(List.of(" ", "ten", "10 EUR", true, List.of(10), HUGE, "1e999"));
            case TEXT -> wrong.addAll(List.of(List.of("Open"), Map.of("id", "1"), HUGE, Double.NaN));
            case CHOICES -> wrong.addAll(List.of(Arrays.asList("Open", null), List.of(List.of()), HUGE));
            case DATE ->
                wrong.addAll(List.of("2025-11-24T00:00:00Z", "2025-02-30", "24.11.2025", 20251124, true, "${TODAY}"));
            case DATETIME -> wrong.addAll(List.of("2025-11-24", "2025-11-24T10:00:00", 1763942400L, List.of("x"), "x"));
            case BOOLEAN -> wrong.addAll(List.of("yes", 1, 0, List.of(true)));
            case RECORD, USER -> wrong.addAll(List.of("Acme", -10, "010", 10.5, List.of("10"), HUGE, "${CURRENTUSER}"));
            case NONE -> wrong.add("anything");
        }
        return wrong;
    }

    private static final BigDecimal HUGE = new BigDecimal(BigInteger.ONE, -1_000_000_000);

    static Stream<String> typesThatCanBeAskedForEmptiness() {
        return Arrays.stream(FieldType.values())
                .filter(type -> !ValueKind.of(type).comparators().isEmpty() && type != FieldType.BOOLEAN)
                .map(FieldType::zohoName);
    }

    @ParameterizedTest
    @MethodSource("typesThatCanBeAskedForEmptiness")
    void tellsEmptyFromNotEmpty(String field) {
        for (Object empty : Arrays.asList(null, "", List.of())) {
            assertIsEmpty(field, empty, true);
        }
        // A wrong value is a value all the same.
        for (Object present : List.of(" ", "x", 10, Map.of(), "2025-11-24", new Object())) {
            assertIsEmpty(field, present, false);
        }
    }

    private static void assertIsEmpty(String field, @Nullable Object value, boolean empty) {
        assertThat(matches(field, "equal", "${EMPTY}", value)).isEqualTo(empty);
        assertThat(matches(field, "not_equal", "${NOTEMPTY}", value)).isEqualTo(empty);
        assertThat(matches(field, "equal", "${NOTEMPTY}", value)).isEqualTo(!empty);
        assertThat(matches(field, "not_equal", "${EMPTY}", value)).isEqualTo(!empty);
    }

    @Test
    void aListOfNoChoicesIsEmpty() {
        assertIsEmpty("multiselectpicklist", List.of(""), true);
        assertIsEmpty("multiselectpicklist", ";", true);
        assertIsEmpty("multiselectpicklist", List.of(" "), false);
    }

    @Test
    void aFieldThatNobodyAskedForIsEmpty() {
        ComparedField text = ComparedField.of(SampleModule.field(FieldType.TEXT));
        FieldValues none = FieldValues.of(List.of(), Map.of("text", "Open"), ZONE);

        assertThat(none.valueOf(text)).isEqualTo(Unusable.EMPTY);
    }

    @Test
    void aFieldThatCannotBeComparedHasNoUsableValue() {
        assertThat(FieldValue.read(ValueKind.NONE, "x", ZONE)).isEqualTo(Unusable.WRONG_SHAPE);
        assertThat(FieldValue.read(ValueKind.NONE, null, ZONE)).isEqualTo(Unusable.EMPTY);
        assertThat(new OperandReader(ValueKind.NONE, Comparator.EQUAL).read("x", ".value"))
                .isEqualTo(new OperandReader.Invalid(".value"));
    }
}
