package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.ConfigurationCalls.ofModule;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.one;
import static dev.lockkeeper.adapter.rest.ConfigurationCalls.rule;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zoho's own bodies of the configuration calls, to the letter and in the order of their keys. */
class ConfigurationBodiesTest {

    @RegisterExtension
    static final Service service = new Service();

    private final ConfigurationCalls calls = new ConfigurationCalls(service);

    @Test
    void ofSuccess() {
        service.stores.profiles().add(new Profile(new ProfileId(2000000000497L), "Administrator", Set.of()));
        service.stores.profiles().add(new Profile(new ProfileId(2000000000499L), "Standard", Set.of()));

        Answer created = calls.post("Leads", """
                {'lock_type':'both','locked_for':'all_profiles_except_excluded_profiles',
                'lock_excluded_profiles':[{'id':'2000000000497'},{'name':'Standard'}],
                'excluded_fields':[{'api_name':'Annual_Revenue'},{'api_name':'City'}],
                'locking_rules':[{'name':'Tesing','criteria':
                {'comparator':'equal','field':{'api_name':'Annual_Revenue'},'value':'10'}}],
                'restricted_actions':['update','delete','tags','convert','change_owner'],
                'restricted_communications':['send_mail']}""");
        Object id = configuration();
        created.mustBeInOrder(201, "configuration-created", "id", id);

        Object[] shown = {
            "id",
            id,
            "time",
            "2023-09-05T12:54:49+00:00",
            "name",
            STRANGER.name(),
            "user",
            STRANGER.id(),
            "revenue",
            field("Annual_Revenue"),
            "city",
            field("City"),
            "rule",
            calls.shown("Leads", "locking_rules", 0, "id")
        };
        calls.get("Leads").mustBeInOrder(200, "configuration-shown", shown);
        calls.call("GET", one(id, "Leads")).send().mustBeInOrder(200, "configuration-shown", shown);

        calls.put("Leads", id, "{}").mustBeInOrder(200, "configuration-updated", "id", id);
        calls.put("Leads", "{'id':'" + id + "'}").mustBeInOrder(200, "configuration-updated", "id", id);
        calls.call("DELETE", one(id, "Leads")).send().mustBeInOrder(200, "configuration-deleted", "id", id);
        Object another = calls.created("Leads", "{'lock_type':'manual'}");
        calls.call("DELETE", ofModule("Leads") + "&ids=" + another)
                .send()
                .mustBeInOrder(200, "configuration-deleted", "id", another);
    }

    @Test
    void ofNoConfiguration() {
        Answer answer = calls.get("Leads");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, ''", "PUT, ''", "DELETE, ''", "GET, /1", "PUT, /1", "DELETE, /1"})
    void ofWhatAnyCallIsRefusedFor(String method, String id) {
        String path = ConfigurationCalls.CONFIGURATIONS + id;
        for (String query : new String[] {"", "?module", "?module=", "?module=%20", "?Module=Leads"}) {
            calls.call(method, path + query).send().mustBeInOrder(400, "parameter-missing", "param", "module");
        }
        String ids = id.isEmpty() && method.equals("DELETE") ? "&ids=1" : "";
        for (String module : new String[] {"Potentials", "Locking_Information__s", "%00"}) {
            calls.call(method, path + "?module=" + module + ids)
                    .send()
                    .mustBeInOrder(400, "configuration-invalid-module");
        }
        String known = id.isEmpty() && !method.equals("DELETE") ? "" : id();
        service.call(
                        method,
                        ConfigurationCalls.CONFIGURATIONS + (id.isEmpty() ? "" : "/" + known) + "?module=Leads&ids="
                                + known)
                .send()
                .mustBeInOrder(403, "configuration-no-permission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Calls", "events", "Campaigns", "Notes"})
    void ofAModuleThatTakesNone(String module) {
        calls.post(module, "{}").mustBeInOrder(400, "configuration-module-not-supported");
        calls.put(module, "{}").mustBeInOrder(400, "configuration-module-not-supported");
        calls.put(module, 1, "{}").mustBeInOrder(400, "configuration-module-not-supported");
        assertThat(calls.get(module).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "x", "9223372036854775808", "%20", "-1"})
    void ofAnIdThatIsNone(String id) {
        id();
        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            calls.call(method, one(id, "Leads")).send().mustBeInOrder(400, "configuration-bad-id");
        }
        calls.call("DELETE", ofModule("Leads") + "&ids=" + id + ",1").send().mustBeInOrder(400, "configuration-bad-id");
        assertThat(calls.get("Leads").status()).isEqualTo(200);
    }

    @Test
    void ofASecondConfiguration() {
        id();
        calls.post("leads", "{'lock_type':'both','locking_rules':[" + rule("a") + "]}")
                .mustBeInOrder(400, "configuration-second");
    }

    @Test
    void ofASystemsOwnConfiguration() {
        ConfigurationId id = service.stores
                .configurations()
                .add(Service.module("Leads").id(), Policies.of(LockType.MANUAL), true)
                .id();
        calls.put("Leads", id, "{}").mustBeInOrder(403, "configuration-system-not-changed");
        calls.put("Leads", "{'id':'" + id + "'}").mustBeInOrder(403, "configuration-system-not-changed");
        calls.call("DELETE", one(id, "Leads")).send().mustBeInOrder(403, "configuration-system-not-deleted");
        calls.call("DELETE", ofModule("Leads") + "&ids=" + id)
                .send()
                .mustBeInOrder(403, "configuration-system-not-deleted");
        assertThat(calls.shown("Leads", "system_defined")).isEqualTo(true);
    }

    @Test
    void ofALockTypeThatIsMissing() {
        calls.post("Leads", "{}").mustBeInOrder(400, "configuration-lock-type-missing");
        calls.post("Leads", "{'lock_type':null}").mustBeInOrder(400, "configuration-lock-type-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lock-type-bad | 'lock_type':'Manual'",
                "locked-for-bad | 'locked_for':'nobody'",
                "actions-bad | 'restricted_actions':['tags','Update']",
                "communications-bad | 'restricted_communications':['send_mail','send_fax']",
                "button-bad | 'restricted_custom_buttons':[{'id':'x','name':'b'}]",
                "button-bad | 'restricted_custom_buttons':[{}]",
                "feature-type-bad | 'feature_type':'approval'",
                "profile-bad | 'locked_for':'all_profiles_except_excluded_profiles','lock_excluded_profiles':[{'id':'4'}]",
                "field-id-bad | 'excluded_fields':[FOUR,{'id':'4'}]",
                "field-not-supported | 'excluded_fields':[FOUR,{'api_name':'Tag'}]",
                "field-not-supported | 'excluded_fields':[FOUR,{'api_name':'Owner'}]",
                "field-not-supported | 'excluded_fields':[FOUR,{'api_name':'Full_Name'}]",
                "profiles-missing | 'locked_for':'all_profiles_except_excluded_profiles'",
                "profiles-missing | 'locked_for':'all_profiles_except_excluded_profile','lock_excluded_profiles':null",
                "rules-missing | 'lock_type':'automatic'",
                "rules-missing | 'lock_type':'both','locking_rules':[]",
                "field-unnamed | 'excluded_fields':[{}]",
                "field-unnamed | 'excluded_fields':[{'id':null,'api_name':null}]",
                "field-ambiguous | 'excluded_fields':[{'id':'CITY','api_name':'State'}]",
                "criteria-field-not-found | 'locking_rules':[{'name':'a','criteria':LEAF(Nothing)}]",
                "criteria-field-not-supported | "
                        + "'locking_rules':[{'name':'a','criteria':{'group_operator':'OR','group':[LEAF(Record_Image)]}}]",
                "criteria-repeated | 'locking_rules':[{'name':'a','criteria':LEAF(City)},{'name':'b','criteria':LEAF(City)}]",
                "name-repeated | 'locking_rules':[{'name':'a','criteria':LEAF(City)},{'name':'a','criteria':LEAF(State)}]"
            })
    void ofAnElement(String golden, String keys) {
        calls.mustRefuse(
                "Leads",
                "{" + (keys.contains("lock_type") ? "" : "'lock_type':'manual',") + expanded(keys) + "}",
                "configuration-" + golden);
    }

    @Test
    void ofCommunicationsThatAModuleHasNone() {
        calls.mustRefuse(
                "Tasks",
                "{'lock_type':'manual','restricted_communications':['send_mail']}",
                "configuration-communications-not-supported");
    }

    private static String expanded(String keys) {
        String four = Stream.of("City", "State", "Street", "Country")
                .map(name -> "{'api_name':'" + name + "'}")
                .collect(Collectors.joining(","));
        return keys.replaceAll("LEAF\\((\\w+)\\)", "{'comparator':'equal','field':{'api_name':'$1'},'value':'x'}")
                .replace("FOUR", four)
                .replace("CITY", field("City").toString());
    }

    private static String id() {
        return service.configured("Leads", LockType.MANUAL).id().toString();
    }

    private static Object configuration() {
        return service.stores
                .configurations()
                .find(Service.module("Leads").id())
                .orElseThrow()
                .id();
    }

    private static Object field(String apiName) {
        return Service.module("Leads").findField(apiName).map(CrmField::id).orElseThrow();
    }
}
