package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.COLLEAGUE;
import static dev.lockkeeper.adapter.rest.Service.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.IdentitySteps;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAuth clients, and how they get access tokens. */
class TokenEndpointTest {

    private static final String CLIENTS = "/api/v1/clients";
    private static final String ENDPOINT = "/oauth/v2/token";
    private static final String FORM = "application/x-www-form-urlencoded";

    @RegisterExtension
    static final Service service = new Service();

    private final String administrator = service.token(STRANGER, "lockkeeper.admin");
    private String id = "";
    private String secret = "";
    private String refreshToken = "";

    @BeforeEach
    void register() {
        Object user = new IdentitySteps(service.stores.identities)
                .user(Permission.LOCK)
                .id();
        Answer answer = service.callWith(administrator, "POST", CLIENTS)
                .body("{\"name\":\"Nightly sync\",\"user_id\":\"%s\",\"scopes\":[%s]}"
                        .formatted(user, "\"lockkeeper.locks.read\",\"ZohoCRM.modules.ALL\""))
                .send();
        id = answer.at("client_id").toString();
        secret = answer.at("client_secret").toString();
        refreshToken = answer.at("refresh_token").toString();
        answer.mustBeJson(
                201, Map.of("id", id, "client_id", id, "client_secret", secret, "refresh_token", refreshToken));
    }

    @Test
    void zohosClientsRefreshByQuery() {
        mustLetIn(service.anonymous("POST", ENDPOINT + "?" + refresh()).send());
        mustLetIn(service.anonymous("POST", ENDPOINT + "?" + refresh() + "&")
                .body("")
                .send());
    }

    @Test
    void zohosClientsRefreshByForm() {
        mustLetIn(form(refresh()));
    }

    @Test
    void zohosClientsRefreshByMultipart() {
        mustLetIn(service.anonymous("POST", ENDPOINT)
                .header("Content-Type", "multipart/form-data; boundary=----x")
                .body(multipart(Map.of(
                        "grant_type", "refresh_token",
                        "client_id", id,
                        "client_secret", secret,
                        "refresh_token", refreshToken)))
                .send());
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, 999, invalid_client",
        "client_id, 1000.ABC, invalid_client",
        "client_id, '', invalid_client",
        "client_secret, wrong, invalid_client_secret",
        "client_secret, '', invalid_client_secret",
        "client_secret, not+one, invalid_client_secret",
        "refresh_token, wrong, invalid_code",
        "refresh_token, '', invalid_code"
    })
    void zohosClientsLearnWhatIsWrongFromAnAnswerOfStatus200(String parameter, String value, String error) {
        String parameters = refresh().replaceFirst(parameter + "=[^&]*", parameter + "=" + value);

        form(parameters).mustBeJson(200, Map.of("error", error));
        service.anonymous("POST", ENDPOINT + "?" + parameters).send().mustBeJson(200, Map.of("error", error));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=authorization_code, unsupported_grant_type",
        "grant_type=password, unsupported_grant_type",
        "grant_type=, invalid_request",
        "'', invalid_request",
        "GRANT_TYPE=refresh_token, invalid_request"
    })
    void refusesWhatItDoesNotKnow(String parameters, String error) {
        form(parameters).mustBeJson(400, Map.of("error", error));
        service.anonymous("POST", ENDPOINT + "?" + parameters).send().mustBeJson(400, Map.of("error", error));
    }

    @Test
    void servicesGetATokenWithTheirSecretAlone() {
        Answer byForm = form("grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
        Answer byHeader = basic("grant_type=client_credentials&scope=lockkeeper.locks.read", id + ":" + secret);

        mustLetIn(byForm);
        mustLetIn(byHeader);
        assertThat(byForm.at("scope")).isEqualTo("ZohoCRM.modules.ALL lockkeeper.locks.read");
        assertThat(byHeader.at("scope")).isEqualTo("lockkeeper.locks.read");
    }

    @Test
    void servicesLearnWhatIsWrongByTheStandard() {
        String grant = "grant_type=client_credentials";

        for (String credentials : List.of(id + ":wrong", "999:" + secret, ":", "x", id + ":%")) {
            Answer answer = basic(grant, credentials);
            answer.mustBeJson(401, Map.of("error", "invalid_client"));
            assertThat(answer.header("www-authenticate")).hasValue("Basic realm=\"Lockkeeper\"");
        }
        form(grant).mustBeJson(401, Map.of("error", "invalid_client"));
        basic(grant + "&scope=lockkeeper.admin", id + ":" + secret).mustBeJson(400, Map.of("error", "invalid_scope"));
        basic(grant + "&scope=%22", id + ":" + secret).mustBeJson(400, Map.of("error", "invalid_scope"));
    }

    @Test
    void aClientThatAsksTooOftenIsAskedToWait() {
        Answer last = form(refresh());
        for (int asked = 1; last.status() == 200 && asked < 500; asked++) {
            last = form(refresh());
        }

        last.mustBeJson(400, Map.of("error", "Access Denied"));
        assertThat(last.header("retry-after")).hasValue("1");
    }

    @Test
    void nobodyCanKeepAClientFromItsTokensByAskingInItsName() {
        for (int asked = 0; asked < 100; asked++) {
            form(refresh().replace("client_secret=", "client_secret=x"))
                    .mustBeJson(200, Map.of("error", "invalid_client_secret"));
        }

        mustLetIn(form(refresh()));
    }

    @Test
    void noCacheKeepsAToken() {
        assertThat(form(refresh()).header("cache-control")).hasValue("no-store");
    }

    @Test
    void aRemovedClientGetsNoTokenAndItsTokensEnd() {
        String token = form(refresh()).at("access_token").toString();

        assertThat(service.callWith(administrator, "DELETE", CLIENTS + "/" + id)
                        .send()
                        .status())
                .isEqualTo(204);

        form(refresh()).mustBeJson(200, Map.of("error", "invalid_client"));
        service.callWith(token, "GET", "/api/v1/locks")
                .send()
                .mustBeProblem(401, "Unauthorized", "The access token is unknown");
        service.callWith(administrator, "DELETE", CLIENTS + "/" + id)
                .send()
                .mustBeProblem(404, "Not Found", "There is no client " + id);
    }

    @Test
    void clientsAreListedWithoutTheirSecrets() {
        Answer list =
                service.callWith(administrator, "GET", CLIENTS + "?limit=200").send();

        Map<?, ?> listed = list.items().getLast();
        assertThat(listed.keySet().toString()).isEqualTo("[id, name, user, scopes, created_at]");
        assertThat(listed.get("id")).isEqualTo(id);
        assertThat(list.text()).doesNotContain(secret, refreshToken);
        service.callWith(administrator, "GET", CLIENTS + "?cursor=x")
                .send()
                .mustBeProblem(400, "Bad Request", "cursor");
    }

    @Test
    void clientsAreForAdministratorsOnly() {
        String other = service.token(COLLEAGUE, "lockkeeper.admin");

        for (Call call : List.of(
                service.callWith(other, "POST", CLIENTS).body("{}"),
                service.callWith(other, "GET", CLIENTS),
                service.callWith(other, "DELETE", CLIENTS + "/" + id))) {
            call.send().mustBeProblem(403, "Forbidden", "The caller's profile lacks");
        }
        mustLetIn(form(refresh()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'user_id':'999999','scopes':['a']} | name: a text",
                "{'name':'Sync','scopes':['a']} | user_id: a positive",
                "{'name':'Sync','user_id':'999999','scopes':[]} | scopes: an array",
                "{'name':'Sync','user_id':'999999','scopes':['a']} | user_id: the id of a user"
            })
    void aClientIsRefusedForItsFirstFault(String body, String detail) {
        service.callWith(administrator, "POST", CLIENTS)
                .body(body.replace('\'', '"'))
                .send()
                .mustBeProblem(400, "Bad Request", detail);
    }

    @Test
    void saysThatTheStoreIsAway() {
        service.stores.failAccessTokens(new StoreUnavailable(Step.NOT_TAKEN, new ConnectException("refused")));

        Answer answer = form(refresh());

        answer.mustBe(503, "internal");
        assertThat(answer.header("retry-after")).isPresent();
    }

    private String refresh() {
        return "refresh_token=%s&client_id=%s&client_secret=%s&grant_type=refresh_token"
                .formatted(refreshToken, id, secret);
    }

    private static Answer form(String parameters) {
        return service.anonymous("POST", ENDPOINT)
                .header("Content-Type", FORM)
                .body(parameters)
                .send();
    }

    private static Answer basic(String parameters, String credentials) {
        return service.anonymous("POST", ENDPOINT)
                .header("Content-Type", FORM)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .body(parameters)
                .send();
    }

    private static String multipart(Map<String, String> parameters) {
        StringBuilder body = new StringBuilder();
        parameters.forEach((name, value) -> body.append(
                "------x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        return body.append("------x--\r\n").toString();
    }

    private static void mustLetIn(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Map<?, ?> body = (Map<?, ?>) answer.at();
        assertThat(body.keySet().toString()).isEqualTo("[access_token, scope, api_domain, token_type, expires_in]");
        assertThat(answer.at("token_type")).isEqualTo("Bearer");
        assertThat(answer.at("expires_in")).isEqualTo(3600);
        assertThat(answer.at("api_domain"))
                .isEqualTo("http://127.0.0.1:" + service.address().getPort());
        assertThat(service.callWith(answer.at("access_token").toString(), "GET", "/api/v1/locks")
                        .send()
                        .status())
                .isEqualTo(200);
    }
}
