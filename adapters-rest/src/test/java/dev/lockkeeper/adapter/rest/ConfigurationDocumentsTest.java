package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.ofModule;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the body of a configuration call is as a whole: an object with a list of one. */
class ConfigurationDocumentsTest {

    private static final String LIST =
            "'api_name':'record_locking_configurations'," + "'json_path':'$.record_locking_configurations'";

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    private LockingConfiguration contacts;

    @BeforeEach
    void contactsAreConfigured() {
        contacts = service.configured("Contacts", LockType.MANUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"record_locking_configurations\"",
                "{",
                "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"}]}}",
                "{\"record_locking_configurations\":[{\"lock_type\":\"manual\",\"lock_type\":\"both\"}]}",
                "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"},]}",
                "{'record_locking_configurations':[{'lock_type':'manual'}]}",
                "record_locking_configurations=x"
            })
    void oneJsonObject(String body) {
        mustBeFlat(body, "INVALID_DATA", "'expected_data_type':'jsonobject'", "invalid data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"record_locking_configurations\":null}",
                "{\"Record_locking_configurations\":[{}]}",
                "{\"lock_type\":\"manual\"}"
            })
    void theListIsMandatory(String body) {
        mustBeFlat(body, "MANDATORY_NOT_FOUND", LIST, "required field not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lock_type\":\"manual\"}", "\"x\"", "1", "true"})
    void theListIsAnArray(String list) {
        mustBeFlat(
                "{\"record_locking_configurations\":" + list + "}",
                "INVALID_DATA",
                "'expected_data_type':'jsonarray'," + LIST,
                "invalid data");
    }

    @Test
    void theListHoldsOneElement() {
        mustBeFlat(
                "{\"record_locking_configurations\":[]}", "INVALID_DATA", "'minimum_length':1," + LIST, "invalid data");
        for (String second : new String[] {"{}", "null", "1"}) {
            mustBeFlat(
                    "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"}," + second + "]}",
                    "INVALID_DATA",
                    "'maximum_length':1," + LIST,
                    "invalid data");
        }
    }

    private void mustBeFlat(String body, String code, String details, String message) {
        Object expected = Json.read(
                ("{'code':'" + code + "','details':{" + details + "},'message':'" + message + "','status':'error'}")
                        .replace('\'', '"'));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        calls.call("POST", ofModule("Leads")).body(bytes).send().mustBeJson(400, expected);
        calls.call("PUT", ofModule("Contacts")).body(bytes).send().mustBeJson(400, expected);
        calls.call("PUT", one(contacts.id(), "Contacts")).body(bytes).send().mustBeJson(400, expected);
        assertThat(calls.get("Leads").status()).isEqualTo(204);
        assertThat(service.stores.configurations().find(contacts.module())).hasValue(contacts);
    }
}
