package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields added to standard and custom modules. */
class AddedFieldsTest {

    @RegisterExtension
    static final Service service = new Service();

    private final String administrator = service.token(STRANGER, "lockkeeper.admin");

    @ParameterizedTest
    @ValueSource(strings = {"Deals", "dEALS", "Calls"})
    void comeAfterTheStandardOnes(String module) {
        Answer answer = put(module, "{'fields':[{'api_name':'Region','data_type':'picklist'}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("api_name")).isEqualTo(Service.module(module).apiName());
        assertThat(answer.at("label")).isEqualTo(Service.module(module).pluralLabel());
        assertThat(answer.at("generated_type")).isEqualTo("default");
        List<?> fields = (List<?>) answer.at("fields");
        assertThat(fields).hasSize(Service.module(module).fields().size() + 1);
        assertThat(Json.at(fields.getLast(), "api_name")).isEqualTo("Region");
        assertThat(Json.at(fields.getLast(), "custom")).isEqualTo(true);
        assertThat(metadata(module)).isEqualTo("Region true");
    }

    @Test
    void keepTheirIdsWhenReplacedByOnesOfTheirName() {
        Object region = lastId(put("Deals", "{'fields':[{'api_name':'Region','data_type':'text'}]}"));

        Answer answer = put(
                "Deals",
                "{'fields':[{'api_name':'Town','data_type':'text'},{'api_name':'Region','data_type':'text'}]}");

        assertThat(lastId(answer)).isEqualTo(region);
        assertThat(put("Deals", "{'fields':[]}").at("fields").toString()).doesNotContain("Region");
        assertThat(service.stores.modules.find("Deals")).hasValue(Service.module("Deals"));
        assertThat(lastId(put("Deals", "{'fields':[{'api_name':'Region','data_type':'text'}]}")))
                .isNotEqualTo(region);
    }

    @Test
    void getAnotherIdWithAnotherType() {
        Object region = lastId(put("Deals", "{'fields':[{'api_name':'Region','data_type':'text'}]}"));
        assertThat(lastId(put("Deals", "{'fields':[{'api_name':'Region','data_type':'picklist'}]}")))
                .isNotEqualTo(region);
    }

    @Test
    void areNotTakenFromAConfigurationThatUsesThem() {
        service.stores.useField("Region");
        put("Deals", "{'fields':[]}")
                .mustBeProblem(409, "Conflict", "fields: the module's locking configuration uses Region as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Potentials", "Locking_Information__s", "locking_information__S", "%00", "%F0%9F%94%92"})
    void needAModuleThatCanBeNamed(String module) {
        put(module, "{'fields':[]}").mustBeProblem(404, "Not Found", "There is no module");
        service.call("PUT", "/api/v1/modules/" + module).send().mustBeProblem(404, "Not Found", "There is nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amount", "AMOUNT", "id", "tag"})
    void haveNamesThatNoStandardFieldHas(String name) {
        put(
                        "Deals",
                        "{'fields':[{'api_name':'Region','data_type':'text'},{'api_name':'" + name
                                + "','data_type':'text'}]}")
                .mustBeProblem(409, "Conflict", "fields: " + name + " is a standard field of the module");
        assertThat(service.stores.modules.catalog()).isSameAs(Catalog.standard());
    }

    private Answer put(String module, String body) {
        return service.callWith(administrator, "PUT", "/api/v1/modules/" + module + "/fields")
                .body(body.replace('\'', '"'))
                .send();
    }

    private static Object lastId(Answer answer) {
        return Json.at(((List<?>) answer.at("fields")).getLast(), "id");
    }

    private static String metadata(String module) {
        Object field = ((List<?>) service.call("GET", "/crm/v8/settings/fields?module=" + module)
                        .send()
                        .at("fields"))
                .getLast();
        return Json.at(field, "api_name") + " " + Json.at(field, "custom_field");
    }
}
