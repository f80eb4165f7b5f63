package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.automatic;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.body;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.error;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.ofModule;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of configuration calls that are made to do harm: they are the sender's fault, and make no configuration. */
class ConfigurationHostileBodiesTest {

    private static final int LIMIT = 1024 * 1024;

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    @ParameterizedTest
    @CsvSource({"[, ]", "'{\"group\":', }"})
    void refuseBodiesThatAreNestedDeeply(String open, String close) {
        String nested = open.repeat(10_000) + "1" + close.repeat(10_000);
        for (String element : new String[] {
            nested,
            "{'lock_type':" + nested + "}",
            "{'lock_type':'automatic','locking_rules':[{'name':'a','criteria':" + nested + "}]}",
            "{'lock_type':'manual','other':" + nested + "}"
        }) {
            mustNotBeJson(body(element).getBytes(StandardCharsets.UTF_8));
        }
        Answer nestedLess = calls.post(
                "Leads",
                "{'lock_type':'automatic','locking_rules':[{'name':'a','criteria':"
                        + "{'group_operator':'or','group':[".repeat(20) + "]}".repeat(20) + "}]}");
        assertThat(nestedLess.at("record_locking_configurations", 0, "code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void refuseBodiesThatAreNotInUtf8() {
        mustNotBeJson(body(automatic(rule("é"))).getBytes(StandardCharsets.ISO_8859_1));
        mustNotBeJson(body(automatic(rule("a"))).getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void takeBodiesUpToTheLimit() {
        String element = "{'lock_type':'manual','restricted_actions':[" + "'tags',".repeat(100_000) + "'tags']}";
        String padded = body(element) + " ".repeat(LIMIT - body(element).length());
        Answer tooLong =
                calls.call("POST", ofModule("Leads")).body(padded + " ").send();
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(calls.get("Leads").status()).isEqualTo(204);
        assertThat(calls.call("POST", ofModule("Leads")).body(padded).send().status())
                .isEqualTo(201);
        assertThat(calls.shown("Leads", "restricted_actions").toString()).isEqualTo("[update, tags]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'excluded_fields':[%s]",
                "'lock_excluded_profiles':[%s]",
                "'restricted_custom_buttons':[%s]",
                "'locking_rules':[%s]",
                "'locking_rules':[{'name':'a','criteria':{'group_operator':'or','group':[%s]}}]"
            })
    void refuseListsOfAMegabyte(String list) {
        Answer answer =
                calls.post("Leads", "{'lock_type':'manual'," + list.formatted("{},".repeat(300_000) + "{}") + "}");
        assertThat(answer.at("record_locking_configurations", 0, "code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void refuseNumbersThatAreEnormous() {
        calls.post("Leads", "{'lock_type':'manual','excluded_fields':[{'id':1e999999999}]}")
                .mustBeJson(
                        400,
                        error(
                                "INVALID_DATA",
                                "'expected_data_type':'text','api_name':'id','json_path':'"
                                        + "$.record_locking_configurations[0].excluded_fields[0].id'",
                                "invalid data"));
    }

    private void mustNotBeJson(byte[] body) {
        Answer answer = calls.call("POST", ofModule("Leads")).body(body).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("details", "expected_data_type")).isEqualTo("jsonobject");
        assertThat(calls.get("Leads").status()).isEqualTo(204);
    }
}
