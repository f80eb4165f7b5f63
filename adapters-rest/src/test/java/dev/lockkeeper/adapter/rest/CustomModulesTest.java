package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom modules: adding one, and what Zoho's surface knows of it from then on. */
class CustomModulesTest {

    private static final String MODULES = "/api/v1/modules";
    private static final String VISITS = """
            {"api_name":"Visits","label":"Visits 🔒","generated_type":"custom","fields":[
            {"api_name":"City","label":"Town","data_type":"text","read_only":true},
            {"api_name":"Fee","data_type":"double"}]}
            """;

    @RegisterExtension
    static final Service service = new Service();

    private final String administrator = service.token(STRANGER, "lockkeeper.admin");

    @Test
    void areAnsweredWithAllTheirFields() {
        Answer answer = add(VISITS);

        CrmModule visits = service.stores.modules.find("Visits").orElseThrow();
        assertThat(answer.header("content-type")).hasValue("application/json");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(((Map<?, ?>) answer.at()).keySet().toString())
                .isEqualTo("[id, api_name, label, generated_type, fields]");
        assertThat(answer.at("id")).isEqualTo(visits.id().toString());
        assertThat(answer.at("api_name")).isEqualTo("Visits");
        assertThat(answer.at("label")).isEqualTo("Visits 🔒");
        assertThat(answer.at("generated_type")).isEqualTo("custom");
        List<?> fields = (List<?>) answer.at("fields");
        assertThat(fields).hasSize(13);
        assertThat(fields.getFirst())
                .isEqualTo(field(visits, "Name", "'label':'Name','data_type':'text','read_only':false,'custom':false"));
        assertThat(fields.get(11))
                .isEqualTo(field(visits, "City", "'label':'Town','data_type':'text','read_only':true,'custom':true"));
        assertThat(fields.get(12))
                .isEqualTo(field(visits, "Fee", "'label':'Fee','data_type':'decimal','read_only':false,'custom':true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api_name\":\"Visits\"}",
                "{\"api_name\":\"Visits\",\"label\":null,\"generated_type\":null,\"fields\":null,\"other\":[1]}",
                "{\"api_name\":\"Visits\",\"fields\":[]}"
            })
    void needOnlyAName(String body) {
        assertThat(add(body).status()).isEqualTo(201);

        CrmModule visits = service.stores.modules.find("Visits").orElseThrow();
        assertThat(visits.pluralLabel()).isEqualTo("Visits");
        assertThat(visits.addedFields()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void haveFieldsOfEveryType(FieldType type) {
        assertThat(add("{\"api_name\":\"Visits\",\"fields\":[{\"api_name\":\"F\",\"data_type\":\"" + type.zohoName()
                                + "\"}]}")
                        .at("fields", 11, "data_type"))
                .isEqualTo(type.zohoName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Visits", "VISITS", "visits", "Leads", "notes", "LOCKING_INFORMATION__S"})
    void haveNamesThatNoOtherModuleHasInAnyCase(String name) {
        add(VISITS);
        Catalog before = service.stores.modules.catalog();

        add("{\"api_name\":\"" + name + "\"}").mustBeProblem(409, "Conflict", "api_name: a module has this name");
        assertThat(service.stores.modules.catalog()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Owner", "name", "ID", "locked__S"})
    void haveNoOtherFieldOfAStandardOnesName(String name) {
        add("{\"api_name\":\"Visits\",\"fields\":[{\"api_name\":\"" + name + "\",\"data_type\":\"text\"}]}")
                .mustBeProblem(409, "Conflict", "fields: " + name + " is a standard field");
        nothingWasAdded();
    }

    @Test
    void areListedByMetadata() {
        add(VISITS);
        CrmModule visits = service.stores.modules.find("Visits").orElseThrow();

        List<?> modules =
                (List<?>) service.call("GET", "/crm/v8/settings/modules").send().at("modules");

        assertThat(modules).hasSize(Catalog.standard().modules().size() + 1);
        assertThat(modules.getLast()).isEqualTo(Json.read("""
                {"id":"%s","api_name":"Visits","module_name":"CustomModule1",
                "singular_label":"Visits 🔒","plural_label":"Visits 🔒",
                "generated_type":"custom","api_supported":true,
                "creatable":true,"editable":true,"deletable":true,"viewable":true}
                """.formatted(visits.id())));
    }

    @Test
    void showTheirFieldsInMetadata() {
        add(VISITS);

        Answer answer =
                service.call("GET", "/crm/v8/settings/fields?module=vISITS").send();

        assertThat((List<?>) answer.at("fields"))
                .extracting(field -> Json.at(field, "api_name") + " " + Json.at(field, "data_type") + " "
                        + Json.at(field, "json_type") + " " + Json.at(field, "custom_field"))
                .startsWith("Name text string false", "Owner ownerlookup jsonobject false", "Email email string false")
                .endsWith("Locked__s boolean boolean false", "City text string true", "Fee decimal double true");
        assertThat(answer.at("fields", 11, "field_label")).isEqualTo("Town");
    }

    @Test
    void canBeLockedWithTheScopeForCustomModules() {
        String allowed = service.token(CALLER, "ZohoCRM.modules.lockinginformation.ALL", "ZohoCRM.modules.custom.ALL");
        add(VISITS);
        lock(allowed).mustBe(400, "no-configuration");

        service.stores
                .configurations()
                .add(service.stores.modules.find("Visits").orElseThrow().id(), LockType.MANUAL);

        Answer locked = lock(allowed);
        assertThat(locked.status()).as(locked.text()).isEqualTo(201);
        assertThat(service.callWith(allowed, "GET", lockOf("visits", RECORD) + "?fields=Locked_For__s")
                        .send()
                        .at("data", 0, "Locked_For__s", "module", "api_name"))
                .isEqualTo("Visits");
        assertThat(service.call("GET", "/api/v1/locks?module=Visits")
                        .send()
                        .items()
                        .getFirst()
                        .get("module"))
                .isEqualTo("Visits");
        assertThat(service.call("GET", "/api/v1/records/Visits/" + RECORD + "/history")
                        .send()
                        .items())
                .hasSize(1);
    }

    @Test
    void cannotBeLockedWithTheScopeForAnyOtherModule() {
        add(VISITS);
        for (String scope : List.of("visits.ALL", "deals.ALL", "custommodule1.ALL", "custom.READ")) {
            String other = service.token(CALLER, "ZohoCRM.modules.lockinginformation.ALL", "ZohoCRM.modules." + scope);
            lock(other).mustBe(401, "scope");
        }
    }

    @Test
    void askTheStoreAndSayWhenItIsAway() {
        service.stores.failModules(new StoreUnavailable(Step.UNKNOWN, new ConnectException("refused")));

        add(VISITS).mustBeProblem(503, "Service Unavailable", "The store went away during the change");
        service.call("GET", "/crm/v8/settings/modules").send().mustBe(503, "internal-and-pending");

        service.stores.failModules(new StoreUnavailable(Step.NOT_TAKEN, new ConnectException("refused")));
        service.call("GET", "/crm/v8/settings/fields?module=Deals").send().mustBe(503, "internal");
        String ofDeals = service.token(CALLER, "ZohoCRM.modules.lockinginformation.ALL", "ZohoCRM.modules.deals.ALL");
        service.callWith(ofDeals, "GET", lockOf("Deals", RECORD)).send().mustBe(503, "internal");
    }

    private Answer add(String body) {
        return service.callWith(administrator, "POST", MODULES).body(body).send();
    }

    private static Answer lock(String token) {
        return service.callWith(token, "POST", lockOf("VISITS", RECORD))
                .body(Service.body("on the way"))
                .send();
    }

    private static void nothingWasAdded() {
        assertThat(service.stores.modules.catalog()).isSameAs(Catalog.standard());
    }

    private static Object field(CrmModule module, String apiName, String more) {
        String id = module.findField(apiName).orElseThrow().id().toString();
        return Json.at(
                Json.read(("[{'id':'" + id + "','api_name':'" + apiName + "'," + more + "}]").replace('\'', '"')), 0);
    }
}
