package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of the calls that add to the catalogue, and in which words. Nothing of it changes the catalogue. */
class CatalogBodiesTest {

    private static final String MODULES = "/api/v1/modules";
    private static final String FIELDS = "/api/v1/modules/Deals/fields";
    private static final String NAME = "letters, digits and underscores";

    @RegisterExtension
    static final Service service = new Service();

    private final String administrator = service.token(STRANGER, "lockkeeper.admin");

    @AfterEach
    void nothingWasAdded() {
        assertThat(service.stores.modules.catalog()).isSameAs(Catalog.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"Visits\"",
                "{",
                "{\"api_name\":\"Visits\"}}",
                "{\"api_name\":\"Visits\",\"api_name\":\"Visits\"}",
                "{\"api_name\":\"Visits\",\"other\":{\"a\":1,\"a\":1}}",
                "{'api_name':'Visits'}",
                "api_name=Visits"
            })
    void whatIsNoJsonObject(String body) {
        mustBeRefused("POST", MODULES, body, "The body is not a JSON object");
        mustBeRefused("PUT", FIELDS, body.replace("Visits", "x"), "The body is not a JSON object");
    }

    @Test
    void whatIsMadeToDoHarm() {
        String nested = "[".repeat(10_000) + "]".repeat(10_000);
        mustBeRefused("POST", MODULES, "{\"api_name\":\"Visits\",\"other\":" + nested + "}", "The body is not");
        mustBeRefused("POST", MODULES, "{\"api_name\":\"Visits\",\"n\":" + "9".repeat(2000) + "}", "The body is not");
        byte[] latin1 = "{\"api_name\":\"Visits\",\"label\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        service.callWith(administrator, "POST", MODULES)
                .body(latin1)
                .send()
                .mustBeProblem(400, "Bad Request", "The body is not a JSON object");
        service.callWith(administrator, "POST", MODULES)
                .body(" ".repeat(1024 * 1024 + 1))
                .send()
                .mustBeProblem(413, "Request Entity Too Large", "The request's body is too large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | api_name: " + NAME,
                "{'api_name':null}                      | api_name: " + NAME,
                "{'api_name':7}                         | api_name: " + NAME,
                "{'api_name':''}                        | api_name: " + NAME,
                "{'api_name':'7up'}                     | api_name: " + NAME,
                "{'api_name':'Ünits'}                   | api_name: " + NAME,
                "{'api_name':'Vis its'}                 | api_name: " + NAME,
                "{'api_name':'V/its'}                   | api_name: " + NAME,
                "{'api_name':'settings'}                | api_name: not settings",
                "{'api_name':'Settings'}                | api_name: not Settings",
                "{'api_name':'V','label':''}            | label: a text of one line",
                "{'api_name':'V','label':7}             | label: a text of one line",
                "{'api_name':'V','label':'a\\u0000'}    | label: a text of one line",
                "{'api_name':'V','label':'\\ud83d'}     | label: a text of one line",
                "{'api_name':'V','generated_type':'default'} | generated_type: custom",
                "{'api_name':'V','generated_type':''}   | generated_type: custom",
                "{'api_name':'V','generated_type':{}}   | generated_type: custom",
                "{'api_name':'V','fields':{}}           | fields: an array of at most 500 fields",
                "{'api_name':'V','fields':'City'}       | fields: an array of at most 500 fields",
                "{'api_name':'V','label':'','fields':7} | label: a text of one line"
            })
    void whatDescribesNoModule(String body, String detail) {
        mustBeRefused("POST", MODULES, body.replace('\'', '"'), detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                                    | fields[1]: an object",
                "'City'                                                  | fields[1]: an object",
                "[]                                                      | fields[1]: an object",
                "{}                                                      | fields[1].api_name: " + NAME,
                "{'api_name':'a b','data_type':'text'}                   | fields[1].api_name: " + NAME,
                "{'api_name':'City'}                                     | fields[1].data_type: one of text, textarea, email",
                "{'api_name':'City','data_type':'Text'}                  | fields[1].data_type: one of text",
                "{'api_name':'City','data_type':'subform'}               | fields[1].data_type: one of text",
                "{'api_name':'City','data_type':['text']}                | fields[1].data_type: one of text",
                "{'api_name':'City','data_type':'text','label':' '}      | fields[1].label: a text of one line",
                "{'api_name':'City','data_type':'text','read_only':0}    | fields[1].read_only: true or false",
                "{'api_name':'City','data_type':'text','read_only':'true'} | fields[1].read_only: true or false",
                "{'api_name':'FIRST','data_type':'text'}                 | fields[1].api_name: FIRST stands here twice"
            })
    void whatDescribesNoField(String field, String detail) {
        String fields = ("[{'api_name':'First','data_type':'text'}," + field + "]").replace('\'', '"');
        mustBeRefused("POST", MODULES, "{\"api_name\":\"Visits\",\"fields\":" + fields + "}", detail);
        mustBeRefused("PUT", FIELDS, "{\"fields\":" + fields + "}", detail);
    }

    @Test
    void moreFieldsThanThereMayBe() {
        String fields = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> "{\"api_name\":\"F" + i + "\",\"data_type\":\"text\"}")
                .collect(Collectors.joining(",", "[", "]"));
        mustBeRefused("POST", MODULES, "{\"api_name\":\"V\",\"fields\":" + fields + "}", "fields: an array of at most");
        mustBeRefused("PUT", FIELDS, "{\"fields\":" + fields + "}", "fields: an array of at most 500 fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"fields\":null}", "{\"Fields\":[]}"})
    void noFieldsAtAll(String body) {
        mustBeRefused("PUT", FIELDS, body, "fields: an array of at most 500 fields");
    }

    @Test
    void callersWithoutTheScopeOrThePermission() {
        String scopeless = service.token(STRANGER, "ZohoCRM.settings.ALL", "lockkeeper.locks.read");
        String other = service.token(CALLER, "Lockkeeper.Admin");
        for (String[] call : new String[][] {{"POST", MODULES}, {"PUT", FIELDS}}) {
            Call body = service.anonymous(call[0], call[1]).body("{\"api_name\":\"Visits\",\"fields\":[]}");
            body.send().mustBeProblem(401, "Unauthorized", "An access token is needed");
            body.token(scopeless).send().mustBeProblem(403, "Forbidden", "The access token lacks the scope");
            body.token(other).send().mustBeProblem(403, "Forbidden", "The caller's profile lacks the permission");
        }
    }

    @Test
    void inTheOrderOfModulePermissionAndBody() {
        String other = service.token(CALLER, "lockkeeper.admin");
        service.callWith(other, "PUT", "/api/v1/modules/Potentials/fields")
                .body("{")
                .send()
                .mustBeProblem(404, "Not Found", "There is no module Potentials.");
        service.callWith(other, "PUT", FIELDS).body("{").send().mustBeProblem(403, "Forbidden", "The caller's profile");
        service.callWith(other, "POST", MODULES).send().mustBeProblem(403, "Forbidden", "The caller's profile");
        mustBeRefused("POST", MODULES, "{\"api_name\":\"Leads\",\"fields\":7}", "fields: an array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void otherMethods(String method) {
        service.callWith(administrator, method, MODULES)
                .send()
                .mustBeProblem(405, "Method Not Allowed", "This address does not know");
    }

    private void mustBeRefused(String method, String path, String body, String detail) {
        service.callWith(administrator, method, path).body(body).send().mustBeProblem(400, "Bad Request", detail);
    }
}
