package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.OCCASION;
import static dev.lockkeeper.domain.criteria.SampleModule.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.criteria.FieldValue.Unusable;
import dev.lockkeeper.domain.criteria.OperandReader.Invalid;
import dev.lockkeeper.domain.criteria.OperandReader.Read;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an operand is asked about, it has an answer. */
class OperandTest {

    private static final Map<ValueKind, FieldValue> VALUES = new EnumMap<>(Map.of(
            ValueKind.NUMBER, FieldValue.read(ValueKind.NUMBER, "10", ZONE),
            ValueKind.TEXT, FieldValue.read(ValueKind.TEXT, "10", ZONE),
            ValueKind.CHOICES, FieldValue.read(ValueKind.CHOICES, "10", ZONE),
            ValueKind.DATE, FieldValue.read(ValueKind.DATE, "2025-11-24", ZONE),
            ValueKind.DATETIME, FieldValue.read(ValueKind.DATETIME, "2025-11-24T10:00:00Z", ZONE),
            ValueKind.BOOLEAN, FieldValue.read(ValueKind.BOOLEAN, true, ZONE),
            ValueKind.RECORD, FieldValue.read(ValueKind.RECORD, "10", ZONE)));

    static Stream<Arguments> operands() {
        return Stream.of(
                Arguments.of(ValueKind.NUMBER, "10"),
                Arguments.of(ValueKind.TEXT, "10"),
                Arguments.of(ValueKind.CHOICES, "10"),
                Arguments.of(ValueKind.BOOLEAN, "true"),
                Arguments.of(ValueKind.RECORD, "10"),
                Arguments.of(ValueKind.USER, "${CURRENTUSER}"));
    }

    @ParameterizedTest
    @MethodSource("operands")
    void holdsForNoValueOfAnotherType(ValueKind kind, String text) {
        Operand operand = operand(kind, Comparator.EQUAL, text);
        VALUES.forEach((other, value) -> {
            boolean comparable = other == kind || (other == ValueKind.RECORD && kind == ValueKind.USER);
            for (Relation relation : Relation.values()) {
                assertThat(comparable || !operand.holds(relation, value, OCCASION))
                        .isTrue();
            }
        });
        for (Unusable unusable : Unusable.values()) {
            assertThat(operand.holds(Relation.EQUAL, unusable, OCCASION)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ValueKind.class,
            names = {"NUMBER", "TEXT", "BOOLEAN", "RECORD", "CHOICES"})
    void daysMomentsAndChoicesHoldForNoValueOfAnotherType(ValueKind kind) {
        FieldValue value = FieldValue.read(kind, kind == ValueKind.BOOLEAN ? "true" : "10", ZONE);
        for (String text : List.of("${TODAY}", "2025-11-24", "2025-11-24T10:00:00Z")) {
            Operand operand = operand(ValueKind.DATETIME, Comparator.EQUAL, text);
            assertThat(Arrays.stream(Relation.values()).anyMatch(it -> operand.holds(it, value, OCCASION)))
                    .isFalse();
        }
        assertThat(operand(ValueKind.CHOICES, Comparator.CONTAINS, "1").holds(Relation.CONTAINS, value, OCCASION))
                .isEqualTo(kind == ValueKind.CHOICES);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EQUAL")
    void equalityIsAllThatBooleansIdsAndSetsOfChoicesKnow(Relation relation) {
        assertNothingBut(relation, ValueKind.BOOLEAN, "true");
        assertNothingBut(relation, ValueKind.RECORD, "10");
        assertNothingBut(relation, ValueKind.CHOICES, "10");
        Operand user = operand(ValueKind.USER, Comparator.EQUAL, "${CURRENTUSER}");
        assertThat(user.holds(relation, FieldValue.read(ValueKind.USER, "58001", ZONE), OCCASION))
                .isFalse();
    }

    private static void assertNothingBut(Relation relation, ValueKind kind, String text) {
        FieldValue value = FieldValue.read(kind, text, ZONE);
        Operand operand = operand(kind, Comparator.EQUAL, text);
        assertThat(operand.holds(relation, value, OCCASION)).isFalse();
        assertThat(operand.holds(Relation.EQUAL, value, OCCASION)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void textsHaveNoOrderAndNumbersNoParts(Relation relation) {
        boolean forTexts = switch (relation) {
            case EQUAL, CONTAINS, STARTS_WITH, ENDS_WITH -> true;
            case LESS, AT_MOST, GREATER, AT_LEAST -> false;
        };
        assertThat(relation.holdsFor("same", "same")).isEqualTo(forTexts);
        boolean everHoldsForNumbers = relation.holdsFor(-1) || relation.holdsFor(0) || relation.holdsFor(1);
        assertThat(everHoldsForNumbers).isEqualTo(!forTexts || relation == Relation.EQUAL);
    }

    @ParameterizedTest
    @EnumSource
    void presenceIsAValueLikeAnyOther(Operand.Presence presence) {
        boolean empty = presence == Operand.Presence.EMPTY;
        FieldValue text = FieldValue.read(ValueKind.TEXT, "x", ZONE);

        assertThat(presence.holds(Relation.EQUAL, Unusable.EMPTY, OCCASION)).isEqualTo(empty);
        assertThat(presence.holds(Relation.EQUAL, text, OCCASION)).isEqualTo(!empty);
        assertThat(presence.holds(Relation.CONTAINS, text, OCCASION)).isFalse();
    }

    private static Operand operand(ValueKind kind, Comparator comparator, String text) {
        return switch (new OperandReader(kind, comparator).read(text, "")) {
            case Read(List<Operand> operands) -> operands.getFirst();
            case Invalid(String path) -> throw new AssertionError(text + " is no operand " + path);
        };
    }
}
