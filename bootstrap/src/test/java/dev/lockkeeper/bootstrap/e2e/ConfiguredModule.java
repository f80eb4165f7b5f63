package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/**
 * A module and the calls on its configuration. Operations are named as in the catalogue of bodies, {@code PUT/{id}} for
 * one; elements are written with single quotes and without their braces.
 */
final class ConfiguredModule {

    private static final String CONFIGURATIONS = "/crm/v8/settings/record_locking_configurations";
    private static final String OF_ONE = "/{id}";
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDED = new AtomicInteger();

    private final Client administrator;
    private final String apiName;

    private ConfiguredModule(Client administrator, String apiName) {
        this.administrator = administrator;
        this.apiName = apiName;
    }

    /** One that is there already. */
    static ConfiguredModule named(Client administrator, String apiName) {
        return new ConfiguredModule(administrator, apiName);
    }

    /** A custom module that nobody else uses. */
    static ConfiguredModule add(Client administrator) {
        String apiName = "Case_" + ADDED.incrementAndGet();
        HttpResponse<String> added = administrator.send("POST", "/api/v1/modules", """
                {"api_name":"%s","fields":[
                 {"api_name":"Annual_Revenue","data_type":"currency"},
                 {"api_name":"City","data_type":"text"},
                 {"api_name":"State","data_type":"text"},
                 {"api_name":"Street","data_type":"text"},
                 {"api_name":"Country","data_type":"text"},
                 {"api_name":"Picture","data_type":"profileimage"},
                 {"api_name":"Score","data_type":"integer","read_only":true}]}""".formatted(apiName));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return new ConfiguredModule(administrator, apiName);
    }

    /** Makes the configuration, and tells its id. */
    String configure(String element) {
        HttpResponse<String> created = call("POST", "", element);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return shown().at("/id").asText();
    }

    /** The configuration as it is shown. */
    JsonNode shown() {
        HttpResponse<String> answer = call("GET", "", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).at("/record_locking_configurations/0");
    }

    String idOfField(String name) {
        JsonNode answer = json(administrator.get("/crm/v8/settings/fields?module=" + apiName));
        return StreamSupport.stream(answer.at("/fields").spliterator(), false)
                .filter(field -> field.at("/api_name").asText().equals(name))
                .map(field -> field.at("/id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The administrator's call on the configuration with this id, where the operation names one. */
    HttpResponse<String> call(String operation, String id, String element) {
        return callAs(administrator, operation, id, element);
    }

    HttpResponse<String> callAs(Client caller, String operation, String id, String element) {
        return call(caller, operation, id, "module=" + apiName, element);
    }

    /** The administrator's call with more parameters. */
    HttpResponse<String> callWith(String parameters, String operation, String id) {
        return call(administrator, operation, id, "module=" + apiName + parameters, "");
    }

    /** With this query instead of the module. */
    static HttpResponse<String> call(Client caller, String operation, String id, String query, String element) {
        boolean ofOne = operation.endsWith(OF_ONE);
        String method = ofOne ? operation.substring(0, operation.length() - OF_ONE.length()) : operation;
        String ids = operation.equals("DELETE") ? "&ids=" + id : "";
        return caller.send(
                method, CONFIGURATIONS + (ofOne ? "/" + id : "") + "?" + query + ids, body(operation, id, element));
    }

    private static String body(String operation, String id, String element) {
        if (!operation.startsWith("PUT") && !operation.equals("POST")) {
            return "";
        }
        String named = operation.equals("PUT") ? "'id':'" + id + "'" + (element.isEmpty() ? "" : ",") : "";
        return ("{'record_locking_configurations':[{" + named + element + "}]}").replace('\'', '"');
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
