package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.automatic;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.description;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.error;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of a configuration that no source has a body for, in words like those it has. */
class ConfigurationFaultsTest {

    private static final String ELEMENT = "$.record_locking_configurations[0]";
    private static final String MISSING = "required field not found";
    private static final String BAD_ID = "the id given seems to be invalid";

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    @Test
    void aChangeOnTheCollectionNamesItsConfiguration() {
        Object id = service.configured("Leads", LockType.MANUAL).id();
        for (String element : new String[] {"{}", "{'id':null}", "{'lock_type':'x'}"}) {
            calls.put("Leads", element).mustBeJson(400, at("MANDATORY_NOT_FOUND", "id", ".id", MISSING));
        }
        for (String unknown : new String[] {"'1'", "1", "''", "'x'", "-1", "99999999999999999999999"}) {
            calls.put("Leads", "{'id':" + unknown + "}").mustBeJson(400, at("INVALID_DATA", "id", ".id", BAD_ID));
            calls.put("Contacts", "{'id':" + id + "}").mustBeJson(400, at("INVALID_DATA", "id", ".id", BAD_ID));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MANDATORY_NOT_FOUND | {'criteria':LEAF} | name",
                "MANDATORY_NOT_FOUND | {'name':null,'criteria':LEAF} | name",
                "MANDATORY_NOT_FOUND | {'name':' ','criteria':LEAF} | name",
                "MANDATORY_NOT_FOUND | {'name':'b'} | criteria",
                "MANDATORY_NOT_FOUND | {'name':'b','criteria':null} | criteria",
            })
    void aRuleIsComplete(String code, String rule, String key) {
        calls.post("Leads", automatic(rule("a"), rule.replace("LEAF", description("x"))))
                .mustBeJson(400, at(code, key, ".locking_rules[1]." + key, MISSING));
    }

    @Test
    void aRuleHasANameOfAtMost256Characters() {
        String longest = "\uD83D\uDD12".repeat(256);
        calls.post("Leads", automatic(rule("a"), "{'name':'" + longest + "x','criteria':" + description("x") + "}"))
                .mustBeJson(400, nameInvalid());
        calls.post("Leads", automatic(rule("a"), "{'name':'b\\n','criteria':" + description("x") + "}"))
                .mustBeJson(400, nameInvalid());
        calls.created("Leads", automatic(rule("a"), "{'name':'" + longest + "','criteria':" + description("x") + "}"));
        assertThat(calls.ruleNames("Leads")).containsExactly("a", longest);
    }

    private static Object nameInvalid() {
        return body(
                "INVALID_DATA",
                "'maximum_length':256,'api_name':'name','json_path':'" + ELEMENT + ".locking_rules[1].name'",
                "invalid data");
    }

    @Test
    void aRuleThatIsEditedExists() {
        String id = calls.created("Leads", automatic(rule("a")));
        Object rule = calls.shown("Leads", "locking_rules", 0, "id");
        calls.put("Leads", id, "{'locking_rules':[{'_delete':true}]}")
                .mustBeJson(400, at("MANDATORY_NOT_FOUND", "id", ".locking_rules[0].id", MISSING));
        for (String unknown : new String[] {"1", "x", ""}) {
            calls.put("Leads", id, "{'locking_rules':[{'id':'" + unknown + "'}]}")
                    .mustBeJson(400, at("INVALID_DATA", "id", ".locking_rules[0].id", BAD_ID));
        }
        calls.put("Leads", id, "{'locking_rules':[{'id':'" + rule + "'},{'id':" + rule + "}]}")
                .mustBeJson(400, at("INVALID_DATA", "id", ".locking_rules[1].id", BAD_ID));
        assertThat(calls.ruleNames("Leads")).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lock_excluded_profiles | {} | MANDATORY_NOT_FOUND | id | required field not found",
                "lock_excluded_profiles | {'name':'None'} | INVALID_DATA | name | lock_excluded_profiles not found",
                "lock_excluded_profiles | {'id':'x','name':'None'} | INVALID_DATA | id | lock_excluded_profiles not found",
                "excluded_fields | {'api_name':'city'} | INVALID_DATA | api_name | field not found",
                "excluded_fields | {'id':'7','api_name':'None'} | INVALID_DATA | id | field not found",
                "excluded_fields | {'id':'OWNER'} | NOT_SUPPORTED | id | Field not supported",
                "excluded_fields | {'id':'OWNER','api_name':'x'} | NOT_SUPPORTED | api_name | Field not supported",
                "restricted_custom_buttons | {'name':' '} | INVALID_DATA | id | custom button not found",
            })
    void anElementNamesWhatThereIs(String list, String element, String code, String key, String message) {
        Object owner = Service.module("Leads").findField("Owner").orElseThrow().id();
        calls.post(
                        "Leads",
                        "{'lock_type':'manual','locked_for':'all_profiles','" + list + "':["
                                + element.replace("OWNER", owner.toString()) + "]}")
                .mustBeJson(400, at(code, key, "." + list + "[0]." + key, message));
        assertThat(calls.get("Leads").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'x' | INVALID_DATA | criteria | | invalid data",
                "[] | INVALID_DATA | criteria | | invalid data",
                "{} | MANDATORY_NOT_FOUND | field | .field | required field not found",
                "{'field':'City'} | INVALID_DATA | field | .field | invalid data",
                "{'field':{'id':'1'}} | INVALID_DATA | id | .fields.id | field not found",
                "{'field':{'api_name':'City'}} | MANDATORY_NOT_FOUND | comparator | .comparator | required field not found",
                "{'field':{'api_name':'City'},'comparator':1} | INVALID_DATA | comparator | .comparator | invalid data",
                "{'field':{'api_name':'City'},'comparator':'equal'} | MANDATORY_NOT_FOUND | value | .value | "
                        + "required field not found",
                "{'field':{'api_name':'No_of_Employees'},'comparator':'equal','value':'x'} | INVALID_DATA | value | "
                        + ".value | invalid data",
                "{'group':[LEAF]} | MANDATORY_NOT_FOUND | group_operator | .group_operator | required field not found",
                "{'group_operator':'AND'} | MANDATORY_NOT_FOUND | group | .group | required field not found",
                "{'group_operator':'AND','group':{}} | INVALID_DATA | group | .group | invalid data",
                "{'group_operator':'AND','group':[]} | INVALID_DATA | group | .group | invalid data",
                "{'group_operator':'AND','group':[LEAF,1]} | INVALID_DATA | group | .group[1] | invalid data"
            })
    void criteriaAreWellMade(String criteria, String code, String key, String path, String message) {
        ruleMustBeRefused(criteria, at(code, key, ".locking_rules[1].criteria" + (path == null ? "" : path), message));
    }

    @Test
    void criteriaChooseFromWhatThereIs() {
        ruleMustBeRefused(
                "{'field':{'api_name':'Email_Opt_Out'},'comparator':'contains','value':'x'}",
                body(
                        "INVALID_DATA",
                        "'supported_values':['equal','not_equal'],'api_name':'comparator','json_path':'" + ELEMENT
                                + ".locking_rules[1].criteria.comparator'",
                        "comparator not found"));
        ruleMustBeRefused(
                "{'group_operator':'XOR','group':[LEAF]}",
                body(
                        "INVALID_DATA",
                        "'supported_values':['AND','OR'],'api_name':'group_operator','json_path':'" + ELEMENT
                                + ".locking_rules[1].criteria.group_operator'",
                        "group_operator not found"));
    }

    @Test
    void criteriaNameAField() {
        String path = ELEMENT + ".locking_rules[1].criteria.group[1].field";
        String both = "[{'json_path':'" + path + ".api_name','api_name':'api_name'},{'json_path':'" + path
                + ".id','api_name':'id'}]";
        ruleMustBeRefused(
                "{'group_operator':'or','group':[LEAF,{'comparator':'equal','value':'x','field':{}}]}",
                body("EXPECTED_FIELD_MISSING", "'expected_fields':" + both, "Field Id and apiname is missing."));
        Object state = Service.module("Leads").findField("State").orElseThrow().id();
        ruleMustBeRefused(
                "{'group_operator':'or','group':[LEAF,{'comparator':'equal','value':'x','field':{'id':'" + state
                        + "','api_name':'City'}}]}",
                body(
                        "AMBIGUITY_DURING_PROCESSING",
                        "'ambiguity_due_to':" + both,
                        "Field Id and apiname are ambiguous"));
    }

    @Test
    void criteriaHaveLimits() {
        ruleMustBeRefused(
                "{'group_operator':'or','group':[" + String.join(",", Collections.nCopies(26, "LEAF")) + "]}",
                body(
                        "LIMIT_EXCEEDED",
                        "'limit':25,'api_name':'criteria','json_path':'" + ELEMENT + ".locking_rules[1].criteria'",
                        "Maximum limit for criteria exceeded"));
        ruleMustBeRefused(
                "{'group_operator':'or','group':[".repeat(6) + "LEAF" + "]}".repeat(6),
                body(
                        "LIMIT_EXCEEDED",
                        "'limit':5,'api_name':'group','json_path':'" + ELEMENT + ".locking_rules[1].criteria"
                                + ".group[0]".repeat(5) + "'",
                        "Maximum limit for criteria levels exceeded"));
    }

    private void ruleMustBeRefused(String criteria, Object error) {
        calls.post(
                        "Leads",
                        automatic(
                                rule("a"),
                                "{'name':'b','criteria':" + criteria.replace("LEAF", description("x")) + "}"))
                .mustBeJson(400, error);
        assertThat(calls.get("Leads").status()).isEqualTo(204);
    }

    private static Object at(String code, String key, String path, String message) {
        return body(code, "'api_name':'" + key + "','json_path':'" + ELEMENT + path + "'", message);
    }

    private static Object body(String code, String details, String message) {
        return Objects.requireNonNull(error(code, details, message));
    }
}
