package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.automatic;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.description;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a change makes of what is there: what it mentions, and nothing else. */
class ConfigurationChangesTest {

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    private String id = "";

    @BeforeEach
    void leadsLockThemselves() {
        id = calls.created("Leads", automatic(rule("a"), rule("b"), rule("c")));
    }

    @Test
    void whatIsNotMentionedStays() {
        Object before = calls.shown("Leads");
        changed("{}");
        assertThat(calls.shown("Leads")).isEqualTo(before);
        changed("{'lock_for_portal_users':false}");
        changed("{'restricted_actions':['tags','tags']}");
        changed("{'lock_type':'both'}");
        assertThat(calls.shown("Leads", "lock_for_portal_users")).isEqualTo(false);
        assertThat(calls.shown("Leads", "restricted_actions")).isEqualTo(List.of("update", "tags"));
        assertThat(calls.shown("Leads", "lock_type")).isEqualTo("both");
        assertThat(calls.ruleNames("Leads")).containsExactly("a", "b", "c");
    }

    @Test
    void aRuleIsEditedInItsPlace() {
        Object second = ruleId(1);
        changed("{'locking_rules':[{'id':'" + second + "','name':'B'}]}");
        assertThat(calls.ruleNames("Leads")).containsExactly("a", "B", "c");
        assertThat(calls.shown("Leads", "locking_rules", 1, "criteria", "value"))
                .isEqualTo("b");

        changed("{'locking_rules':[{'id':" + second + ",'criteria':" + description("else")
                + ",'lock_existing_records':true,'_delete':false}]}");
        assertThat(calls.shown("Leads", "locking_rules", 1, "criteria", "value"))
                .isEqualTo("else");
        assertThat(calls.shown("Leads", "locking_rules", 1, "lock_existing_records"))
                .isEqualTo(true);
        assertThat(ruleId(1)).isEqualTo(second);
    }

    @Test
    void aRuleWithoutAnIdIsAdded() {
        changed("{'locking_rules':[" + rule("d") + ",{'id':null," + rule("e").substring(1) + "]}");
        assertThat(calls.ruleNames("Leads")).containsExactly("a", "b", "c", "d", "e");
        assertThat(calls.put("Leads", id, "{'locking_rules':[" + rule("f") + "]}")
                        .at("record_locking_configurations", 0, "details", "available_limit"))
                .isEqualTo(0);
    }

    @Test
    void aRuleIsDeletedAndMakesRoom() {
        changed("{'locking_rules':[" + rule("d") + "," + rule("e") + "]}");
        changed("{'locking_rules':[{'id':'" + ruleId(0) + "','_delete':true}," + rule("a") + "]}");
        assertThat(calls.ruleNames("Leads")).containsExactly("b", "c", "d", "e", "a");
    }

    @Test
    void theLastRuleStaysWhileItIsNeeded() {
        String all = String.join(
                ",",
                IntStream.range(0, 3)
                        .mapToObj(place -> "{'id':'" + ruleId(place) + "','_delete':true}")
                        .toList());
        calls.put("Leads", id, "{'locking_rules':[" + all + "]}").mustBe(400, "configuration-rules-missing");
        assertThat(calls.ruleNames("Leads")).containsExactly("a", "b", "c");
        changed("{'lock_type':'manual','locking_rules':[" + all + "]}");
        assertThat(calls.ruleNames("Leads")).isEmpty();
    }

    @Test
    void namesAndCriteriaAreComparedWithWhatStays() {
        calls.put(
                        "Leads",
                        id,
                        "{'locking_rules':[{'name':'x','criteria':" + description("d") + "},{'name':'c','criteria':"
                                + description("e") + "}]}")
                .mustBe(400, "configuration-name-repeated");
        calls.put("Leads", id, "{'locking_rules':[" + rule("x") + ",{'name':'y','criteria':" + description("b") + "}]}")
                .mustBe(400, "configuration-criteria-repeated");
        changed("{'locking_rules':[{'id':'" + ruleId(2) + "','_delete':true}," + rule("c") + "]}");
    }

    @Test
    void criteriaAreTheSameInAnyOrderOfKeysAndCaseOfOperators() {
        Object field = Service.module("Leads").findField("City").orElseThrow().id();
        String one = "{'group_operator':'and','group':[" + description("x")
                + ",{'comparator':'equal','field':{'api_name':'City'},'value':'y'}]}";
        String same = "{'group':[{'type':'value','value':'x','field':{'api_name':'Description','id':'0'},"
                + "'comparator':'equal'},{'value':'y','field':{'id':" + field + "},'comparator':'equal'}],"
                + "'other':1,'group_operator':'AND'}";
        calls.put(
                        "Leads",
                        id,
                        "{'locking_rules':[{'name':'x','criteria':" + one + "},{'name':'y','criteria':" + same + "}]}")
                .mustBe(400, "configuration-criteria-repeated");
    }

    @Test
    void lockedForIsAlsoReadInTheSingular() {
        service.stores.profiles().add(STRANGER.profile());
        changed("{'locked_for':'all_profiles_except_excluded_profile','lock_excluded_profiles':[{'id':'"
                + STRANGER.profile().id().value() + "'}]}");
        assertThat(calls.shown("Leads", "locked_for")).isEqualTo("all_profiles_except_excluded_profiles");
        assertThat(calls.shown("Leads", "lock_excluded_profiles", 0, "name"))
                .isEqualTo(STRANGER.profile().name());

        changed("{'locked_for':'all_profiles'}");
        assertThat(calls.get("Leads").text()).contains("\"lock_excluded_profiles\":null");
    }

    @Test
    void whicheverOfIdAndApiNameIsValidCounts() {
        Object city = Service.module("Leads").findField("City").orElseThrow().id();
        changed("{'excluded_fields':[{'id':'1','api_name':'State'},{'id':'" + city + "','api_name':'None'},{'id':'"
                + city + "','api_name':'City'}]}");
        assertThat(((List<?>) calls.shown("Leads", "excluded_fields"))
                        .stream()
                                .<Object>map(field -> Json.at(field, "api_name"))
                                .toList())
                .containsExactly("State", "City");
    }

    @Test
    void theAddressNamesTheConfigurationWhateverTheBodySays() {
        Object other = service.configured("Contacts", LockType.MANUAL).id();
        changed("{'id':'" + other + "','lock_for_portal_users':false}");
        assertThat(calls.shown("Leads", "lock_for_portal_users")).isEqualTo(false);
        assertThat(calls.shown("Contacts", "lock_for_portal_users")).isEqualTo(true);
        assertThat(calls.put("Leads", "{'id':'" + id + "','lock_for_portal_users':true}")
                        .status())
                .isEqualTo(200);
        assertThat(calls.shown("Leads", "lock_for_portal_users")).isEqualTo(true);
    }

    @Test
    void anAnswerCanBeSentBack() {
        Map<?, ?> before = (Map<?, ?>) calls.shown("Leads");
        String answer = calls.get("Leads").text();
        for (String path : new String[] {ConfigurationCalls.ofModule("Leads"), ConfigurationCalls.one(id, "Leads")}) {
            Answer changed = calls.call("PUT", path).body(answer).send();
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            assertThat(changed.header("lockkeeper-job")).isEmpty();
            assertThat(calls.shown("Leads")).isEqualTo(before);
        }
    }

    private Object ruleId(int place) {
        return calls.shown("Leads", "locking_rules", place, "id");
    }

    private void changed(String element) {
        Answer answer = calls.put("Leads", id, element);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
