package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JSON a configuration is made of. What is not of its type changes nothing. */
class ConfigurationShapesTest {

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    private LockingConfiguration contacts;

    @BeforeEach
    void contactsAreConfigured() {
        contacts = service.configured("Contacts", LockType.MANUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'x'", "1", "false", "[]", "[{'lock_type':'manual'}]"})
    void theElementIsAnObject(String element) {
        mustBeRefused(element, "jsonobject", "record_locking_configurations", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lock_type | 1 | text",
                "lock_type | ['manual'] | text",
                "lock_type | '\\u0000' | text",
                "lock_type | '\\ud83d' | text",
                "locked_for | true | text",
                "locked_for | {} | text",
                "feature_type | 1.5 | text",
                "feature_type | [] | text",
                "locking_rules | {} | jsonarray",
                "locking_rules | 'x' | jsonarray",
                "lock_excluded_profiles | {'id':'1'} | jsonarray",
                "excluded_fields | 'City' | jsonarray",
                "restricted_actions | 'tags' | jsonarray",
                "restricted_communications | 0 | jsonarray",
                "restricted_custom_buttons | false | jsonarray",
                "lock_for_portal_users | 'true' | boolean",
                "lock_for_portal_users | 1 | boolean",
                "lock_for_portal_users | [] | boolean"
            })
    void eachKeyHasItsType(String key, String value, String type) {
        String lockType = key.equals("lock_type") ? "" : "'lock_type':'manual',";
        mustBeRefused("{" + lockType + "'" + key + "':" + value + "}", type, key, "." + key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "locking_rules | 'a' | jsonobject | locking_rules |",
                "locking_rules | null | jsonobject | locking_rules |",
                "locking_rules | {'name':1} | text | name | .name",
                "locking_rules | {'name':'a\\u0000'} | text | name | .name",
                "locking_rules | {'lock_existing_records':'false'} | boolean | lock_existing_records | "
                        + ".lock_existing_records",
                "lock_excluded_profiles | '1' | jsonobject | lock_excluded_profiles |",
                "lock_excluded_profiles | {'id':true} | text | id | .id",
                "lock_excluded_profiles | {'id':1.5} | text | id | .id",
                "lock_excluded_profiles | {'id':1e3} | text | id | .id",
                "lock_excluded_profiles | {'name':7} | text | name | .name",
                "lock_excluded_profiles | {'name':'\\u0000'} | text | name | .name",
                "excluded_fields | 'City' | jsonobject | excluded_fields |",
                "excluded_fields | {'id':{}} | text | id | .id",
                "excluded_fields | {'api_name':1} | text | api_name | .api_name",
                "restricted_actions | 1 | text | restricted_actions |",
                "restricted_actions | null | text | restricted_actions |",
                "restricted_communications | {} | text | restricted_communications |",
                "restricted_custom_buttons | null | jsonobject | restricted_custom_buttons |",
                "restricted_custom_buttons | {'id':[]} | text | id | .id",
                "restricted_custom_buttons | {'name':false} | text | name | .name",
                "restricted_custom_buttons | {'name':'\\udd12'} | text | name | .name"
            })
    void eachElementHasItsType(String list, String element, String type, String key, String path) {
        String good = list.startsWith("restricted_") && !list.endsWith("buttons") ? "'x'" : "{}";
        mustBeRefused(
                "{'lock_type':'manual','" + list + "':[" + good + "," + element + "]}",
                type,
                key,
                "." + list + "[1]" + (path == null ? "" : path));
    }

    @Test
    void changesAlsoTakeIdsAndDeletions() {
        changeMustBeRefused("{'id':[]}", "text", "id", ".id");
        changeMustBeRefused("{'locking_rules':[{'id':false}]}", "text", "id", ".locking_rules[0].id");
        changeMustBeRefused("{'locking_rules':[{'_delete':1}]}", "boolean", "_delete", ".locking_rules[0]._delete");

        assertThat(calls.post(
                                "Leads",
                                "{'id':[],'lock_type':'both','locking_rules':[{'id':{},'_delete':1,"
                                        + ConfigurationCalls.rule("a").substring(1) + "]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theFirstOfSeveralIsAnswered() {
        String[] faults = {
            "'lock_type':1",
            "'locking_rules':[{'lock_existing_records':1,'name':2},3]",
            "'locked_for':4",
            "'lock_excluded_profiles':[{'name':1,'id':[]}]",
            "'excluded_fields':5",
            "'feature_type':6",
            "'restricted_actions':[7]",
            "'restricted_communications':8",
            "'restricted_custom_buttons':9",
            "'lock_for_portal_users':10"
        };
        String[] first = {
            "lock_type",
            "locking_rules[0].name",
            "locked_for",
            "lock_excluded_profiles[0].id",
            "excluded_fields",
            "feature_type",
            "restricted_actions[0]",
            "restricted_communications",
            "restricted_custom_buttons",
            "lock_for_portal_users"
        };
        String keys = "'other':1";
        for (int i = faults.length - 1; i >= 0; i--) {
            keys += "," + faults[i];
            assertThat(calls.post("Leads", "{" + keys + "}")
                            .at("record_locking_configurations", 0, "details", "json_path"))
                    .isEqualTo("$.record_locking_configurations[0]." + first[i]);
        }
    }

    @Test
    void nullIsNotSentOrAnEmptyList() {
        String id = calls.created("Leads", """
                {'lock_type':'manual','locked_for':null,'feature_type':null,'locking_rules':null,
                'lock_excluded_profiles':null,'excluded_fields':null,'restricted_actions':null,
                'restricted_communications':null,'restricted_custom_buttons':null,'lock_for_portal_users':null}""");
        Object asCreated = calls.shown("Leads");
        assertThat(calls.put("Leads", id, "{'lock_type':null,'locked_for':null,'locking_rules':null}")
                        .status())
                .isEqualTo(200);
        assertThat(calls.shown("Leads")).isEqualTo(asCreated);
        assertThat(calls.shown("Leads", "restricted_actions").toString()).isEqualTo("[update]");
        assertThat(calls.shown("Leads", "lock_for_portal_users")).isEqualTo(true);

        calls.put("Leads", id, "{'excluded_fields':[{'api_name':'City'}],'restricted_custom_buttons':[{'name':'x'}]}");
        calls.put("Leads", id, "{'excluded_fields':null,'restricted_custom_buttons':null}");
        assertThat(calls.shown("Leads")).isEqualTo(asCreated);
    }

    @Test
    void idsMayBeNumbers() {
        Object field = Service.module("Leads").findField("City").orElseThrow().id();
        calls.created(
                "Leads",
                "{'lock_type':'manual','excluded_fields':[{'id':" + field
                        + "}],'restricted_custom_buttons':[{'id':5843104000000485570,'name':'Sign'}]}");
        assertThat(calls.shown("Leads", "excluded_fields", 0, "api_name")).isEqualTo("City");
        assertThat(calls.shown("Leads", "restricted_custom_buttons", 0, "id")).isEqualTo("5843104000000485570");
        assertThat(calls.put("Contacts", "{'id':" + contacts.id() + "}").status())
                .isEqualTo(200);
    }

    private void mustBeRefused(String element, String type, String key, String path) {
        calls.post("Leads", element).mustBeJson(400, wrongType(type, key, path));
        changeMustBeRefused(element, type, key, path);
    }

    private void changeMustBeRefused(String element, String type, String key, String path) {
        calls.put("Contacts", element).mustBeJson(400, wrongType(type, key, path));
        calls.put("Contacts", contacts.id(), element).mustBeJson(400, wrongType(type, key, path));
        nothingHasChanged();
    }

    private static Object wrongType(String type, String key, String path) {
        return Objects.requireNonNull(error(
                "INVALID_DATA",
                "'expected_data_type':'" + type + "','api_name':'" + key
                        + "','json_path':'$.record_locking_configurations[0]" + path + "'",
                "invalid data"));
    }

    private void nothingHasChanged() {
        assertThat(calls.get("Leads").status()).isEqualTo(204);
        assertThat(service.stores.configurations().find(contacts.module())).hasValue(contacts);
    }
}
