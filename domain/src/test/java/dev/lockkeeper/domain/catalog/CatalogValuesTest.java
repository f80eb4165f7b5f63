package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogValuesTest {

    @Test
    void writesIdsAsTheirDecimalDigits() {
        assertThat(new ModuleId(1_777_000_000_000_002_002L)).hasToString("1777000000000002002");
        assertThat(new FieldId(Long.MAX_VALUE)).hasToString("9223372036854775807");
    }

    @Test
    void refusesIdsThatAreNotPositive() {
        for (long value : List.of(0L, -1L, Long.MIN_VALUE)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ModuleId(value));
            assertThatIllegalArgumentException().isThrownBy(() -> new FieldId(value));
        }
    }

    @Test
    void readsAFieldIdFromItsDigits() {
        assertThat(FieldId.parse("1777000000000011001")).hasValue(new FieldId(1_777_000_000_000_011_001L));
        assertThat(FieldId.parse("9223372036854775807")).hasValue(new FieldId(Long.MAX_VALUE));
    }

    @Test
    void readsNoFieldIdFromAnyOtherText() {
        for (String text :
                List.of("", "0", "01", "-1", "+1", "1a", " 1", "9223372036854775808", "11111111111111111111")) {
            assertThat(FieldId.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void findsEveryFieldTypeByItsZohoName() {
        for (FieldType type : FieldType.values()) {
            assertThat(FieldType.find(type.zohoName())).hasValue(type);
        }
    }

    @Test
    void takesDoubleForDecimalAsZohoMetadataWritesIt() {
        assertThat(FieldType.find("double")).hasValue(FieldType.DECIMAL);
    }

    @Test
    void findsNoFieldTypeUnderAnyOtherName() {
        assertThat(FieldType.find("Text")).isEmpty();
        assertThat(FieldType.find("")).isEmpty();
    }

    @Test
    void namesTheJsonTypeOfEachFieldType() {
        assertThat(typesIn("integer")).containsExactly(FieldType.INTEGER);
        assertThat(typesIn("double")).containsExactly(FieldType.DECIMAL, FieldType.CURRENCY, FieldType.PERCENT);
        assertThat(typesIn("boolean")).containsExactly(FieldType.BOOLEAN);
        assertThat(typesIn("jsonarray")).containsExactly(FieldType.MULTISELECTPICKLIST);
        assertThat(typesIn("jsonobject"))
                .containsExactly(
                        FieldType.LOOKUP, FieldType.OWNERLOOKUP, FieldType.USERLOOKUP, FieldType.MULTI_MODULE_LOOKUP);
        assertThat(FieldType.BIGINT.jsonType()).isEqualTo("string");
        assertThat(FieldType.DATETIME.jsonType()).isEqualTo("string");
    }

    @Test
    void knowsWhichTypesChooseFromAList() {
        assertThat(FieldType.values())
                .filteredOn(FieldType::isPickList)
                .containsExactly(FieldType.PICKLIST, FieldType.MULTISELECTPICKLIST);
    }

    @Test
    void namesGeneratedTypesAsZohoDoes() {
        assertThat(GeneratedType.values()).extracting(GeneratedType::zohoName).containsExactly("default", "custom");
    }

    private static List<FieldType> typesIn(String jsonType) {
        return Arrays.stream(FieldType.values())
                .filter(type -> type.jsonType().equals(jsonType))
                .toList();
    }
}
