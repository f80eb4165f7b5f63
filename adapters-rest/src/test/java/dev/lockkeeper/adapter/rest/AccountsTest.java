package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.ExternalId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles and users: making, changing and listing them. */
class AccountsTest {

    private static final String PROFILES = "/api/v1/profiles";
    private static final String USERS = "/api/v1/users";

    @RegisterExtension
    static final Service service = new Service();

    private final String administrator = service.token(STRANGER, "lockkeeper.admin");

    @Test
    void aProfileIsMadeAndChanged() {
        Answer made = put("Sales%20%C3%B6st", "{\"permissions\":[\"customize\",\"lock\"]}");
        Object id = made.at("id");
        made.mustBeJson(200, Map.of("id", id, "name", "Sales öst", "permissions", List.of("lock", "customize")));

        put("Sales%20%C3%B6st", "{\"permissions\":[]}")
                .mustBeJson(200, Map.of("id", id, "name", "Sales öst", "permissions", List.of()));
    }

    @Test
    void aPlusSignInAProfilesNameIsOne() {
        assertThat(put("R+D%2B%2F%20x", "{\"permissions\":[]}").at("name")).isEqualTo("R+D+/ x");
        assertThat(put("R+D%2B%2F%20x/", "{\"permissions\":[\"lock\"]}").at("name"))
                .isEqualTo("R+D+/ x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"permissions\":null}",
                "{\"permissions\":\"lock\"}",
                "{\"permissions\":[\"Lock\"]}",
                "{\"permissions\":[\"lock\",null]}",
                "{\"permissions\":[\"lock\",\"fly\"]}",
                "{\"permissions\":{\"lock\":true}}"
            })
    void aProfileHasKnownPermissions(String body) {
        put("Refused", body)
                .mustBeProblem(400, "Bad Request", "permissions: an array of any of lock, customize, administer");
        assertThat(service.stores.identities.profiles().find("Refused")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "a%0Ab", "%00", "%EF%BF%BD%00"})
    void aProfileHasAName(String name) {
        put(name, "{\"permissions\":[]}").mustBeProblem(400, "Bad Request", "name: a text of one line");
    }

    @Test
    void aProfilesNameHasALimit() {
        assertThat(put("n".repeat(100), "{\"permissions\":[]}").status()).isEqualTo(200);
        put("n".repeat(101), "{\"permissions\":[]}").mustBeProblem(400, "Bad Request", "name: a text of one line");
    }

    @Test
    void aUserIsMade() {
        Object profile = put("Support", "{\"permissions\":[]}").at("id");

        Answer made = post("{\"name\":\"Zoë\",\"profile\":\"Support\",\"portal\":true,\"more\":1}");

        made.mustBeJson(
                201,
                Map.of(
                        "id",
                        made.at("id"),
                        "name",
                        "Zoë",
                        "profile",
                        Map.of("id", profile, "name", "Support"),
                        "portal",
                        true));
    }

    @Test
    void aUserCanBeKnownToAnIdentityProvider() {
        put("Support", "{\"permissions\":[]}");
        String body = "{\"name\":\"Zoë\",\"profile\":\"Support\",\"external_id\":\"auth0|zoë\"}";

        Answer made = post(body);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("external_id")).isEqualTo("auth0|zoë");
        assertThat(made.at("portal")).isEqualTo(false);
        assertThat(service.stores.identities.users().find(new ExternalId("auth0|zoë")))
                .isPresent();
        post(body).mustBeProblem(409, "Conflict", "external_id: another user has it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'profile':'P'} | name: a text of one line",
                "{'name':1,'profile':'P'} | name: a text of one line",
                "{'name':'Zoë'} | profile: a text of one line",
                "{'name':'Zoë','profile':'Nobody'} | profile: the name of a profile that there is",
                "{'name':'Zoë','profile':'P','portal':'yes'} | portal: true or false",
                "{'name':'Zoë','profile':'P','external_id':7} | external_id: a text",
                "{'name':'Zoë','profile':'P','external_id':' '} | external_id: a text",
                "[] | The body is not a JSON object"
            })
    void aUserIsRefusedForItsFirstFault(String body, String detail) {
        post(body.replace('\'', '"')).mustBeProblem(400, "Bad Request", detail);
    }

    @Test
    void listsGoOnWithTheCursor() {
        put("Page%201", "{\"permissions\":[]}");
        put("Page%202", "{\"permissions\":[\"lock\"]}");
        post("{\"name\":\"One\",\"profile\":\"Page 1\"}");
        post("{\"name\":\"Two\",\"profile\":\"Page 2\",\"external_id\":\"2\"}");
        for (String path : List.of(PROFILES, USERS)) {
            Answer all = get(path);
            List<Map<?, ?>> items = all.items();
            assertThat(((Map<?, ?>) all.at()).get("next_cursor")).isNull();

            Answer first = get(path + "?limit=1");
            assertThat(first.items()).containsExactly(items.getFirst());
            assertThat(get(path + "?limit=200&cursor=" + first.at("next_cursor"))
                            .items())
                    .isEqualTo(items.subList(1, items.size()));
            get(path + "?limit=0").mustBeProblem(400, "Bad Request", "limit: ");
            get(path + "?cursor=x").mustBeProblem(400, "Bad Request", "cursor: ");
        }
    }

    @Test
    void isForAdministratorsOnly() {
        String other = service.token(COLLEAGUE, "lockkeeper.admin");

        service.callWith(other, "PUT", PROFILES + "/Mine")
                .body("{\"permissions\":[\"administer\"]}")
                .send()
                .mustBeProblem(403, "Forbidden", "The caller's profile lacks");
        service.callWith(other, "POST", USERS).body("{}").send().mustBeProblem(403, "Forbidden", "The caller's");
        service.callWith(other, "GET", PROFILES).send().mustBeProblem(403, "Forbidden", "The caller's profile lacks");
        service.callWith(other, "GET", USERS).send().mustBeProblem(403, "Forbidden", "The caller's profile lacks");
        assertThat(service.stores.identities.profiles().find("Mine")).isEmpty();
    }

    private Answer put(String name, String body) {
        return service.callWith(administrator, "PUT", PROFILES + "/" + name)
                .body(body)
                .send();
    }

    private Answer post(String body) {
        return service.callWith(administrator, "POST", USERS).body(body).send();
    }

    private Answer get(String path) {
        return service.callWith(administrator, "GET", path).send();
    }
}
