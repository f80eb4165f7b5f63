package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.MODULE;
import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static dev.lockkeeper.domain.criteria.SampleModule.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaReaderTest {

    private static final CrmModule LEADS = Catalog.standard().find("Leads").orElseThrow();
    private static final FieldId TEXT = SampleModule.field(FieldType.TEXT).id();
    private static final Map<String, Object> LEAF = leaf("text", "equal", "Open");
    private static final Map<String, Object> OTHER = leaf("boolean", "not_equal", "true");

    /** The first answer of Zoho's that has criteria. */
    @Test
    void readsAndPrintsZohosOwnSample() {
        FieldId id = LEADS.findField("Annual_Revenue").orElseThrow().id();
        Map<String, Object> sent = leaf("Annual_Revenue", "equal", "10");

        Map<String, Object> tree = read(LEADS, sent).toTree();

        assertThat(tree)
                .containsExactly(
                        entry("comparator", "equal"),
                        entry("field", Map.of("api_name", "Annual_Revenue", "id", id.toString())),
                        entry("type", "value"),
                        entry("value", "10"));
        assertThat(tree.get("field")).asString().isEqualTo("{api_name=Annual_Revenue, id=" + id + "}");
    }

    @Test
    void printsAGroupWithItsOperatorInCapitals() {
        assertThat(read(MODULE, group("or", LEAF, group("And", OTHER))).toTree())
                .containsExactly(
                        entry("group_operator", "OR"),
                        entry(
                                "group",
                                List.of(
                                        read(MODULE, LEAF).toTree(),
                                        Map.of(
                                                "group_operator",
                                                "AND",
                                                "group",
                                                List.of(read(MODULE, OTHER).toTree())))));
    }

    @Test
    void printsAnArrayAsAnArray() {
        assertThat(read(MODULE, leaf("integer", "between", List.of(1, "2"))).toTree())
                .containsEntry("value", List.of("1", "2"));
        assertThat(read(MODULE, leaf("integer", "in", List.of(new BigDecimal("1.50"))))
                        .toTree())
                .containsEntry("value", List.of("1.50"));
    }

    static Stream<Arguments> valuesThatAreNoText() {
        return Stream.of(
                Arguments.of("integer", 10, "10"),
                Arguments.of("bigint", Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of("decimal", new BigDecimal("1E+3"), "1000"),
                Arguments.of("decimal", new BigInteger("99999999999999999999"), "99999999999999999999"),
                Arguments.of("decimal", 0.5, "0.5"),
                Arguments.of("text", new BigDecimal("10.0"), "10.0"),
                Arguments.of("text", false, "false"),
                Arguments.of("boolean", true, "true"),
                Arguments.of("lookup", 5000, "5000"),
                Arguments.of("lookup", Map.of("id", "5000", "name", "Acme"), "5000"),
                Arguments.of("userlookup", Map.of("id", 5000), "5000"));
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreNoText")
    void takesOtherJsonForItsText(String field, Object value, String text) {
        assertThat(read(MODULE, leaf(field, "equal", value))).isEqualTo(read(MODULE, leaf(field, "equal", text)));
        assertThat(read(MODULE, leaf(field, "equal", value)).toTree()).containsEntry("value", text);
    }

    static Stream<Map<String, @Nullable Object>> namesOfTheTextField() {
        return Stream.of(
                Map.of("api_name", "text"),
                Map.of("id", TEXT.toString()),
                Map.of("id", TEXT.value()),
                Map.of("id", new BigDecimal(TEXT.value())),
                Map.of("api_name", "text", "id", TEXT.toString()),
                Map.of("api_name", "gone", "id", TEXT.toString()),
                Map.of("api_name", 7, "id", TEXT.toString()),
                Map.of("api_name", "text", "id", "1"),
                Map.of("api_name", "text", "id", "text"),
                Map.of("api_name", "text", "id", true),
                new TreeMap<>(Map.of("api_name", "text", "name", "Text")),
                withNull("id", "api_name", "text"),
                withNull("api_name", "id", TEXT.toString()));
    }

    private static Map<String, @Nullable Object> withNull(String absent, String key, String value) {
        Map<String, @Nullable Object> names = new TreeMap<>();
        names.put(absent, null);
        names.put(key, value);
        return Collections.unmodifiableMap(names);
    }

    @ParameterizedTest
    @MethodSource("namesOfTheTextField")
    void findsAFieldByEitherName(Map<String, @Nullable Object> names) {
        assertThat(read(MODULE, with(LEAF, "field", names))).isEqualTo(read(MODULE, LEAF));
    }

    @Test
    void passesOverOtherKeys() {
        assertThat(read(MODULE, with(LEAF, "type", "value"))).isEqualTo(read(MODULE, LEAF));
        assertThat(read(MODULE, with(group("OR", LEAF), "field", 7))).isEqualTo(read(MODULE, group("OR", LEAF)));
    }

    @Test
    void doesNotMindTheOrderOfKeysNorTheCaseOfOperators() {
        Map<String, Object> tree = group("AND", LEAF, OTHER);
        Map<String, Object> otherOrder = new TreeMap<>(group("and", new TreeMap<>(LEAF), new TreeMap<>(OTHER)));

        assertThat(read(MODULE, otherOrder)).isEqualTo(read(MODULE, tree)).hasSameHashCodeAs(read(MODULE, tree));
    }

    @Test
    void tellsCriteriaApartThatDiffer() {
        assertThat(Stream.of(
                                LEAF,
                                OTHER,
                                with(LEAF, "value", "Closed"),
                                with(LEAF, "comparator", "contains"),
                                with(LEAF, "field", Map.of("api_name", "textarea")),
                                group("AND", LEAF, OTHER),
                                group("AND", OTHER, LEAF),
                                group("OR", LEAF, OTHER),
                                group("OR", LEAF))
                        .map(tree -> read(MODULE, tree)))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesEachFieldOnce() {
        Criteria criteria = read(MODULE, group("AND", LEAF, group("OR", OTHER, with(LEAF, "value", "x"))));

        assertThat(criteria.fields())
                .containsExactly(
                        ComparedField.of(SampleModule.field(FieldType.TEXT)),
                        ComparedField.of(SampleModule.field(FieldType.BOOLEAN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${TODAY}", "${CURRENTUSER}", "${}", "${empty}", " ${EMPTY}", " ", ";", "${EMPTY}x"})
    void takesOtherTextsForTexts(String text) {
        assertThat(read(MODULE, leaf("text", "contains", text)).toTree()).containsEntry("value", text);
        assertThat(read(MODULE, leaf("text", "equal", text)).toTree()).containsEntry("value", text);
    }

    @Test
    void refusesToMakeWhatCannotBeRead() {
        ComparedField text = ComparedField.of(SampleModule.field(FieldType.TEXT));
        List<Operand> one = List.of(Operand.Presence.EMPTY);
        List<Operand> none = List.of();
        List<Operand> two = List.of(Operand.Presence.EMPTY, Operand.Presence.EMPTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(text, Comparator.LESS_THAN, one))
                .withMessageContaining("less_than");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(text, Comparator.IN, none))
                .withMessageContaining("0 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(text, Comparator.EQUAL, two))
                .withMessageContaining("2 values");
        assertThatIllegalArgumentException().isThrownBy(() -> new Group(GroupOperator.AND, List.of()));
    }
}
