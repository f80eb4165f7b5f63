package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.MODULE;
import static dev.lockkeeper.domain.criteria.SampleModule.fault;
import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with criteria, and that the fault says where. */
class CriteriaRefusalTest {

    private static final Map<String, Object> LEAF = leaf("text", "equal", "Open");
    private static final Map<String, Object> GROUP = group("AND", LEAF);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "equal")
    @ValueSource(ints = 5)
    void refusesWhatIsNoObject(@Nullable Object tree) {
        assertFault(tree, Kind.NOT_AN_OBJECT, "criteria", "");
        assertFault(group("OR", LEAF, tree), Kind.NOT_AN_OBJECT, "group", ".group[1]");
    }

    @Test
    void refusesAnArrayForAnObject() {
        assertFault(List.of(LEAF), Kind.NOT_AN_OBJECT, "criteria", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "comparator", "value"})
    void missesTheKeysOfAComparison(String key) {
        assertFault(with(LEAF, key, null), Kind.MISSING, key, "." + key);
        assertFault(group("AND", LEAF, with(LEAF, key, null)), Kind.MISSING, key, ".group[1]." + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "group_operator"})
    void missesTheKeysOfAGroup(String key) {
        assertFault(with(GROUP, key, null), Kind.MISSING, key, "." + key);
        assertFault(group("OR", with(GROUP, key, null)), Kind.MISSING, key, ".group[0]." + key);
    }

    @Test
    void missesAKeyThatIsNull() {
        assertFault(SampleModule.object("group", null), Kind.MISSING, "group_operator", ".group_operator");
        assertFault(SampleModule.object("field", null), Kind.MISSING, "field", ".field");
        assertFault(Map.of(), Kind.MISSING, "field", ".field");
    }

    @Test
    void refusesJsonOfTheWrongType() {
        assertFault(with(LEAF, "field", "text"), Kind.WRONG_TYPE, "field", ".field");
        assertFault(with(LEAF, "comparator", 1), Kind.WRONG_TYPE, "comparator", ".comparator");
        assertFault(with(GROUP, "group_operator", List.of()), Kind.WRONG_TYPE, "group_operator", ".group_operator");
        assertFault(with(GROUP, "group", LEAF), Kind.WRONG_TYPE, "group", ".group");
    }

    @Test
    void refusesAGroupWithoutMembers() {
        assertFault(group("AND"), Kind.GROUP_EMPTY, "group", ".group");
        assertFault(group("AND", LEAF, group("OR")), Kind.GROUP_EMPTY, "group", ".group[1].group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NOT", "XOR", "AND ", "ＡＮＤ"})
    void refusesAnUnknownOperator(String operator) {
        assertThat(fault(MODULE, group(operator, LEAF)))
                .isEqualTo(new CriteriaFault(
                        Kind.OPERATOR_UNKNOWN, "group_operator", ".group_operator", List.of("AND", "OR")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Text", "TEXT", "gone", " text"})
    void doesNotFindAFieldThatIsNotThere(String name) {
        Map<String, Object> unknown = leaf(name, "equal", "x");
        assertFault(unknown, Kind.FIELD_NOT_FOUND, "api_name", ".fields.api_name");
        assertFault(group("OR", unknown), Kind.FIELD_NOT_FOUND, "api_name", ".group[0].fields.api_name");
        Map<String, Object> withId = with(unknown, "field", Map.of("api_name", name, "id", "1"));
        assertFault(withId, Kind.FIELD_NOT_FOUND, "api_name", ".fields.api_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0106", "text", "", "99999999999999999999"})
    @ValueSource(ints = {-106, 0})
    @ValueSource(doubles = 106.5)
    @ValueSource(booleans = true)
    void doesNotFindAFieldByAnIdThatIsNone(Object id) {
        assertFault(with(LEAF, "field", Map.of("id", id)), Kind.FIELD_NOT_FOUND, "id", ".fields.id");
    }

    @Test
    void doesNotFindTheFieldsOfAnotherModule() {
        var owner = Catalog.standard().find("Deals").orElseThrow().findField("Owner");
        var leads = Catalog.standard().find("Leads").orElseThrow();
        Map<String, Object> tree =
                with(LEAF, "field", Map.of("id", owner.orElseThrow().id().toString()));

        assertThat(fault(leads, tree)).isEqualTo(CriteriaFault.of(Kind.FIELD_NOT_FOUND, "id", ".fields.id"));
    }

    @Test
    void refusesAFieldWithoutAName() {
        assertFault(with(LEAF, "field", Map.of()), Kind.FIELD_UNNAMED, "field", ".field");
        assertFault(with(LEAF, "field", SampleModule.object("id", null)), Kind.FIELD_UNNAMED, "field", ".field");
        assertFault(with(LEAF, "field", Map.of("name", "text")), Kind.FIELD_UNNAMED, "field", ".field");
    }

    @Test
    void refusesTheNamesOfTwoFields() {
        String id = SampleModule.field(FieldType.TEXTAREA).id().toString();
        Map<String, Object> tree = with(LEAF, "field", Map.of("api_name", "text", "id", id));

        assertFault(tree, Kind.FIELD_AMBIGUOUS, "field", ".field");
        assertFault(group("AND", LEAF, tree), Kind.FIELD_AMBIGUOUS, "field", ".group[1].field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multi_module_lookup", "autonumber", "profileimage"})
    void doesNotSupportFieldsThatCannotBeCompared(String field) {
        assertFault(leaf(field, "equal", "${EMPTY}"), Kind.FIELD_NOT_SUPPORTED, "api_name", ".field.api_name");
        assertFault(
                group("AND", leaf(field, "no", "")), Kind.FIELD_NOT_SUPPORTED, "api_name", ".group[0].field.api_name");
    }

    @ParameterizedTest
    @CsvSource({"text, less_than", "text, ''", "text, EQUAL", "text, equals", "text, between", "text, 'equal '"})
    @CsvSource({"integer, contains", "date, starts_with", "datetime, contains", "multiselectpicklist, less_than"})
    @CsvSource({"boolean, in", "boolean, less_than", "lookup, contains", "ownerlookup, between"})
    void refusesAComparatorThatTheTypeDoesNotHave(String field, String comparator) {
        List<String> supported = ValueKindTest.comparatorsOf(field);

        assertThat(fault(MODULE, leaf(field, comparator, "")))
                .isEqualTo(new CriteriaFault(Kind.COMPARATOR_UNKNOWN, "comparator", ".comparator", supported));
    }

    @Test
    void tellsTheFirstFaultOnly() {
        Map<String, Object> bad = leaf("gone", "no", "");
        assertFault(bad, Kind.FIELD_NOT_FOUND, "api_name", ".fields.api_name");
        assertFault(leaf("text", "no", ""), Kind.COMPARATOR_UNKNOWN, "comparator", ".comparator");
        assertFault(
                group("AND", LEAF, group("OR", LEAF, leaf("text", "equal", "")), bad),
                Kind.VALUE_INVALID,
                "value",
                ".group[1].group[1].value");
        assertFault(group("NOR", bad), Kind.OPERATOR_UNKNOWN, "group_operator", ".group_operator");
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        String[] names = {"AND"};
        CriteriaFault fault = new CriteriaFault(Kind.OPERATOR_UNKNOWN, "a", "b", Arrays.asList(names));
        names[0] = "OR";
        assertThat(fault.supportedValues()).containsExactly("AND");
    }

    private static void assertFault(@Nullable Object tree, Kind kind, String apiName, String path) {
        CriteriaFault fault = fault(MODULE, tree);
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.apiName()).isEqualTo(apiName);
        assertThat(fault.path()).isEqualTo(path);
        assertThat(fault.supportedValues().isEmpty())
                .isEqualTo(kind != Kind.OPERATOR_UNKNOWN && kind != Kind.COMPARATOR_UNKNOWN);
    }
}
