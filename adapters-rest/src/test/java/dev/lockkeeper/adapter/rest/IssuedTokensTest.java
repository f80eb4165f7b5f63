package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens: issuing, listing and revoking them. */
class IssuedTokensTest {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String LOCKS = "/api/v1/locks";

    @RegisterExtension
    static final Service service = new Service();

    private final String administrator = service.token(STRANGER, "lockkeeper.admin");
    private final User user = new IdentitySteps(service.stores.identities).user(Permission.LOCK);

    @Test
    void aTokenIsShownOnceAndLetsItsUserIn() {
        Answer issued = post(
                "{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.locks.read\"],\"expires_in\":3600}".formatted(user.id()));

        String token = issued.at("token").toString();
        assertThat(token).matches("lk_[A-Za-z0-9_-]{43}");
        issued.mustBeJson(
                201, Map.of("id", issued.at("id"), "token", token, "expires_at", "2023-09-05T13:54:49.123456Z"));
        assertThat(service.callWith(token, "GET", LOCKS).send().status()).isEqualTo(200);
        assertThat(get(TOKENS + "?limit=200").text()).doesNotContain(token.substring(3));
    }

    @Test
    void aTokenNeedNotExpireAndItsUserMayBeANumber() {
        Answer issued = post("{\"user_id\":%s,\"scopes\":[\"lockkeeper.locks.read\"]}".formatted(user.id()));

        assertThat(issued.status()).isEqualTo(201);
        assertThat(((Map<?, ?>) issued.at()).get("expires_at")).isNull();
    }

    @Test
    void tokensAreListedWithoutTheToken() {
        Object id = post("{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.locks.read\",\"ZohoCRM.modules.ALL\"]}"
                        .formatted(user.id()))
                .at("id");

        Map<?, ?> listed = get(TOKENS + "?limit=200").items().getLast();

        assertThat(listed.keySet().toString())
                .isEqualTo("[id, user, scopes, created_at, expires_at, last_used_at, client_id]");
        assertThat(listed.get("id")).isEqualTo(id);
        assertThat(listed.get("user")).isEqualTo(Map.of("id", user.id().toString(), "name", user.name()));
        assertThat(listed.get("scopes")).isEqualTo(List.of("ZohoCRM.modules.ALL", "lockkeeper.locks.read"));
        assertThat(listed.get("created_at")).isEqualTo("2023-09-05T12:54:49.123456Z");
        assertThat(Collections.singleton(listed.get("last_used_at"))).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'scopes':['a']} | user_id: a positive",
                "{'user_id':'-1','scopes':['a']} | user_id: a positive",
                "{'user_id':9.5,'scopes':['a']} | user_id: a positive",
                "{'user_id':'999999','scopes':['a']} | user_id: the id of a user",
                "{'user_id':'999999'} | scopes: an array",
                "{'user_id':'999999','scopes':[]} | scopes: an array",
                "{'user_id':'999999','scopes':'a'} | scopes: an array",
                "{'user_id':'999999','scopes':['a b']} | scopes: an array",
                "{'user_id':'999999','scopes':[1]} | scopes: an array",
                "{'user_id':'999999','scopes':['a'],'expires_in':0} | expires_in: a whole number",
                "{'user_id':'999999','scopes':['a'],'expires_in':1.5} | expires_in: a whole number",
                "{'user_id':'999999','scopes':['a'],'expires_in':1e999999999} | expires_in: a whole number",
                "{'user_id':'999999','scopes':['a'],'expires_in':'60'} | expires_in: a whole number",
                "{'user_id':'999999','scopes':['a'],'expires_in':315360001} | expires_in: a whole number",
            })
    void aTokenIsRefusedForItsFirstFault(String body, String detail) {
        post(body.replace('\'', '"')).mustBeProblem(400, "Bad Request", detail);
    }

    @Test
    void aRevokedTokenLetsNobodyIn() {
        Answer issued = post("{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.locks.read\"]}".formatted(user.id()));

        Answer revoked = delete(issued.at("id"));

        assertThat(revoked.status()).isEqualTo(204);
        assertThat(revoked.text()).isEmpty();
        service.callWith(issued.at("token").toString(), "GET", LOCKS)
                .send()
                .mustBeProblem(401, "Unauthorized", "The access token is unknown");
        delete(issued.at("id")).mustBeProblem(404, "Not Found", "There is no token " + issued.at("id"));
        delete("none").mustBeProblem(404, "Not Found", "There is no token none.");
    }

    @Test
    void theLastAdministratorsTokenIsNotRevoked() {
        IdentitySteps steps = new IdentitySteps(service.stores.identities);
        User boss = steps.user(Permission.ADMINISTER);
        Object only = steps.issued(boss, null).id();

        delete(only).mustBeProblem(409, "Conflict", "This is the last access token in force that can administer");
        service.callWith(
                        administrator,
                        "PUT",
                        "/api/v1/profiles/"
                                + boss.profile()
                                        .name()
                                        .replace(" ", "%20")
                                        .replace("ë", "%C3%AB")
                                        .replace("'", "%27"))
                .body("{\"permissions\":[]}")
                .send()
                .mustBeProblem(409, "Conflict", "permissions: without administer here");

        Object another = steps.issued(boss, null).id();
        assertThat(delete(only).status()).isEqualTo(204);
        delete(another).mustBeProblem(409, "Conflict", "This is the last access token in force");
    }

    @Test
    void isForAdministratorsOnly() {
        String other = service.token(COLLEAGUE, "lockkeeper.admin");
        Object id = new IdentitySteps(service.stores.identities)
                .issued(IdentitySteps.someToken(), user, Set.of(), null)
                .id();

        service.callWith(other, "POST", TOKENS).body("{}").send().mustBeProblem(403, "Forbidden", "The caller's");
        service.callWith(other, "GET", TOKENS).send().mustBeProblem(403, "Forbidden", "The caller's profile lacks");
        service.callWith(other, "DELETE", TOKENS + "/" + id).send().mustBeProblem(403, "Forbidden", "The caller's");
        assertThat(delete(id).status()).isEqualTo(204);
    }

    private Answer post(String body) {
        return service.callWith(administrator, "POST", TOKENS).body(body).send();
    }

    private Answer get(String path) {
        return service.callWith(administrator, "GET", path).send();
    }

    private Answer delete(Object id) {
        return service.callWith(administrator, "DELETE", TOKENS + "/" + id).send();
    }
}
