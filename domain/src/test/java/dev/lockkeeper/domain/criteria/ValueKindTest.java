package dev.lockkeeper.domain.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.FieldType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the contract's section "Criteria", written out once more. */
class ValueKindTest {

    private static final String NUMBERS = "equal, not_equal, in, not_in, less_than, less_equal, greater_than,"
            + " greater_equal, between, not_between";
    private static final String TEXTS = "equal, not_equal, in, not_in, contains, not_contains, starts_with, ends_with";
    private static final String DATES = "equal, not_equal, in, not_in, between, not_between, greater_than,"
            + " greater_equal, less_than, less_equal";

    static List<String> comparatorsOf(String type) {
        String comparators = switch (type) {
            case "integer", "bigint", "decimal", "currency", "percent" -> NUMBERS;
            case "text", "textarea", "email", "phone", "website", "picklist", "multiselectpicklist" -> TEXTS;
            case "date", "datetime" -> DATES;
            case "boolean" -> "equal, not_equal";
            case "lookup", "ownerlookup", "userlookup" -> "equal, not_equal, in, not_in";
            default -> "";
        };
        return comparators.isEmpty() ? List.of() : Arrays.asList(comparators.split(", ", -1));
    }

    @ParameterizedTest
    @EnumSource
    void hasTheComparatorsOfTheContract(FieldType type) {
        assertThat(ValueKind.of(type).comparators())
                .extracting(Comparator::zohoName)
                .isEqualTo(comparatorsOf(type.zohoName()));
    }

    @ParameterizedTest
    @EnumSource
    void negatesWhatIsNamedNot(Comparator comparator) {
        assertThat(comparator.negated()).isEqualTo(comparator.zohoName().startsWith("not_"));
    }
}
