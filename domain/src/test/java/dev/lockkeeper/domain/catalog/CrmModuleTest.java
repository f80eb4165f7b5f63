package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrmModuleTest {

    private static final CrmField NAME = field(11, "Name");
    private static final CrmField CITY = field(12, "City");

    @Test
    void sharesOneScopeWordAmongAllCustomModules() {
        assertThat(module("Visits", "CustomModule7", List.of()).scopeWord()).isEqualTo("custom");
        assertThat(module("Sites", "CustomModule8", List.of()).scopeWord()).isEqualTo("custom");
    }

    @Test
    void findsAFieldByItsExactName() {
        CrmModule visits = module("Visits", "CustomModule7", List.of(NAME, CITY));
        assertThat(visits.findField("City")).hasValue(CITY);
        assertThat(visits.findField("city")).isEmpty();
    }

    @Test
    void findsAFieldByItsId() {
        CrmModule visits = module("Visits", "CustomModule7", List.of(NAME, CITY));
        assertThat(visits.findField(new FieldId(12))).hasValue(CITY);
        assertThat(visits.findField(new FieldId(13))).isEmpty();
    }

    @Test
    void doesNotChangeWithTheListItWasMadeFrom() {
        List<CrmField> fields = new ArrayList<>(List.of(NAME));
        CrmModule visits = module("Visits", "CustomModule7", fields);
        fields.clear();
        assertThat(visits.fields()).containsExactly(NAME);
    }

    @Test
    void refusesTwoFieldsWhoseNamesDifferOnlyInCase() {
        List<CrmField> fields = List.of(NAME, field(12, "NAME"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> module("Visits", "CustomModule7", fields))
                .withMessageContaining("two fields named NAME");
    }

    @Test
    void refusesTwoFieldsWithOneId() {
        List<CrmField> fields = List.of(NAME, field(11, "City"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> module("Visits", "CustomModule7", fields))
                .withMessageContaining("the id 11");
    }

    @Test
    void refusesBlankNamesAndLabels() {
        assertRefused("module's api name", " ", "Visits", "Visit", "Visits");
        assertRefused("module name", "Visits", "", "Visit", "Visits");
        assertRefused("singular label", "Visits", "Visits", "\t", "Visits");
        assertRefused("plural label", "Visits", "Visits", "Visit", "");
    }

    @Test
    void refusesAFieldWithABlankNameOrLabel() {
        FieldId id = new FieldId(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrmField(id, "", "Label", FieldType.TEXT, false, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrmField(id, "Name", " ", FieldType.TEXT, false, List.of()));
    }

    @Test
    void keepsPickListValuesInOrderAndOutOfReach() {
        List<String> values = new ArrayList<>(List.of("New", "Closed"));
        CrmField status = new CrmField(new FieldId(1), "Status", "Status", FieldType.PICKLIST, false, values);
        values.clear();
        assertThat(status.pickListValues()).containsExactly("New", "Closed");
    }

    @Test
    void refusesPickListValuesOnAFieldThatIsNoPickList() {
        List<String> values = List.of("New");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrmField(new FieldId(1), "Status", "Status", FieldType.TEXT, false, values))
                .withMessageContaining("text");
    }

    @Test
    void takesPickListValuesOnAMultiselectPickList() {
        CrmField tax = new CrmField(
                new FieldId(1), "Tax", "Tax", FieldType.MULTISELECTPICKLIST, false, List.of("Vat", "Sales Tax"));
        assertThat(tax.pickListValues()).containsExactly("Vat", "Sales Tax");
    }

    @Test
    void takesAPickListWithoutValues() {
        CrmField currency = new CrmField(new FieldId(1), "Currency", "Currency", FieldType.PICKLIST, false, List.of());
        assertThat(currency.pickListValues()).isEmpty();
    }

    private static void assertRefused(String what, String apiName, String moduleName, String singular, String plural) {
        ModuleId id = new ModuleId(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrmModule(
                        id,
                        apiName,
                        moduleName,
                        singular,
                        plural,
                        GeneratedType.CUSTOM,
                        LockingSupport.SUPPORTED,
                        List.of()))
                .withMessageContaining(what);
    }

    private static CrmField field(long id, String apiName) {
        return new CrmField(new FieldId(id), apiName, apiName, FieldType.TEXT, false, List.of());
    }

    private static CrmModule module(String apiName, String moduleName, List<CrmField> fields) {
        return new CrmModule(
                new ModuleId(1),
                apiName,
                moduleName,
                apiName,
                apiName,
                GeneratedType.CUSTOM,
                LockingSupport.SUPPORTED,
                fields);
    }
}
