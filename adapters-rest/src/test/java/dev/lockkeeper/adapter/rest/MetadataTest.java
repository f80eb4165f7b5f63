package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zoho's metadata calls, without which its SDK makes no locking call. */
class MetadataTest {

    private static final String MODULES = "/crm/v8/settings/modules";
    private static final String FIELDS = "/crm/v8/settings/fields?module=";

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void listsTheModulesOfTheCatalog() {
        Answer answer = service.call("GET", MODULES).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).hasValue("application/json");
        assertThat(elements(answer, "modules"))
                .extracting(module -> module.get("api_name"))
                .isEqualTo(Catalog.standard().modules().stream()
                        .map(CrmModule::apiName)
                        .toList());
    }

    @Test
    void showsLockingInformationAsAModuleThatNobodyEdits() {
        assertThat(elements(service.call("GET", MODULES).send(), "modules"))
                .last()
                .isEqualTo(Json.read(
                        """
                        {"id":"%s","api_name":"Locking_Information__s","module_name":"LockingInformation",
                        "singular_label":"Locking Information","plural_label":"Locking Information",
                        "generated_type":"default","api_supported":true,
                        "creatable":false,"editable":false,"deletable":false,"viewable":false}
                        """.formatted(Service.module("Locking_Information__s").id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Locking_Information__s", "locking_information__S"})
    void listsTheNineFieldsOfALock(String module) {
        Answer answer = service.call("GET", FIELDS + module).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).hasValue("application/json");
        assertThat(elements(answer, "fields"))
                .extracting(field -> field.get("api_name") + " " + field.get("data_type"))
                .containsExactlyInAnyOrder(
                        "Locked_Reason__s textarea",
                        "Lock_Source__s picklist",
                        "Locked_For__s multi_module_lookup",
                        "Locked_Time__s datetime",
                        "Locked_By__s userlookup",
                        "id bigint",
                        "Record_Locking_Rule_Id__s bigint",
                        "Record_Locking_Configuration_Id__s bigint",
                        "Feature_Type__s picklist");
    }

    @Test
    void showsPickListsWithTheirValues() {
        Map<?, ?> source = elements(
                        service.call("GET", FIELDS + "Locking_Information__s").send(), "fields")
                .stream()
                .filter(field -> "Lock_Source__s".equals(field.get("api_name")))
                .findFirst()
                .orElseThrow();

        assertThat(((List<?>) Json.at(source, "pick_list_values")))
                .extracting(value -> Json.at(value, "display_value"))
                .isEqualTo(List.of("Manual", "Automatic", "Both"));
        assertThat(source.get("id")).isInstanceOf(String.class);
        assertThat(source.get("field_label")).isEqualTo("Lock Source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crm/v8/settings/fields", FIELDS, FIELDS + "%20"})
    void asksForAModule(String path) {
        Answer answer = service.call("GET", path).send();
        answer.mustBe(400, "parameter-missing", "param", "module");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "Deals,Leads", "%00", "Deals&module=Leads", "%F0%9F%94%92"})
    void refusesModulesThatDoNotExist(String module) {
        Answer answer = service.call("GET", FIELDS + module).send();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("INVALID_MODULE");
        assertThat(answer.at("details")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void isOnlyRead(String method) {
        service.call(method, MODULES).send().mustBe(403, "wrong-request-method");
        service.call(method, FIELDS + "Deals").send().mustBe(403, "wrong-request-method");
    }

    private static List<Map<?, ?>> elements(Answer answer, String key) {
        return ((List<?>) answer.at(key))
                .stream().<Map<?, ?>>map(element -> (Map<?, ?>) element).toList();
    }
}
