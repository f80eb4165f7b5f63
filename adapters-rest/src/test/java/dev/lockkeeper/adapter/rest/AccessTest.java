package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.NOW;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in with what in the header {@code Authorization}, on both surfaces. */
class AccessTest {

    private static final String LOCKS = "/api/v1/locks";
    private static final String[] SCOPES = {
        "ZohoCRM.modules.ALL", "ZohoCRM.modules.lockinginformation.ALL", "lockkeeper.locks.read"
    };

    @RegisterExtension
    static final Service service = new Service();

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.MANUAL);
    }

    @ParameterizedTest
    @EnumSource
    void letsNobodyInWithoutAToken(Operation operation) {
        service.anonymous(operation.method, lockOf("Deals", RECORD))
                .body(Service.body("deal in progress"))
                .send()
                .mustBe(401, "no-token");
        assertThat(service.locks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Zoho-oauthtoken", "Bearer ", "Zoho-oauthtoken    ", "Basic dXNlcjpwYXNzd29yZA==", "token"})
    void findsNoTokenIn(String authorization) {
        service.anonymous("GET", listOf("Deals", RECORD))
                .header("Authorization", authorization)
                .send()
                .mustBe(401, "no-token");
        service.anonymous("GET", LOCKS)
                .header("Authorization", authorization)
                .send()
                .mustBeProblem(401, "Unauthorized", "An access token is needed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000.unknown",
                "a b",
                "1000.8cb99d1,1000.8cb99d2",
                "\"1000.8cb99d1\"",
                "'; drop table access_token; --"
            })
    void refusesATokenThatStandsForNothing(String token) {
        service.callWith(token, "GET", listOf("Deals", RECORD)).send().mustBe(401, "invalid-token");
        service.callWith(token, "GET", LOCKS).send().mustBeProblem(401, "Unauthorized", "The access token is unknown");
    }

    @Test
    void refusesATokenThatIsVeryLong() {
        service.callWith("a".repeat(6000), "GET", listOf("Deals", RECORD))
                .send()
                .mustBe(401, "invalid-token");
    }

    @Test
    void refusesATokenInAnotherCase() {
        String token = service.token(CALLER, SCOPES);
        service.callWith(token.replace('d', 'D'), "GET", LOCKS).send().mustBeProblem(401, "Unauthorized", "The access");
    }

    @Test
    void refusesATokenFromTheMomentOnAtWhichItExpires() {
        String expired = service.token(CALLER, NOW, SCOPES);
        service.callWith(expired, "GET", listOf("Deals", RECORD)).send().mustBe(401, "invalid-token");

        String stillInForce = service.token(CALLER, NOW.plusNanos(1), SCOPES);
        assertThat(service.callWith(stillInForce, "GET", listOf("Deals", RECORD))
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoho-oauthtoken ",
                "zoho-oauthtoken ",
                "ZOHO-OAUTHTOKEN ",
                "Bearer ",
                "bearer ",
                "BEARER ",
                "Bearer   "
            })
    void letsATokenInUnderEitherScheme(String scheme) {
        Answer lock = service.anonymous("GET", listOf("Deals", RECORD))
                .header("Authorization", scheme + service.ofCaller)
                .send();
        assertThat(lock.status()).isEqualTo(204);

        Answer search = service.anonymous("GET", LOCKS)
                .header("authorization", scheme + service.ofCaller)
                .send();
        assertThat(search.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "Authorization"})
    void takesNoTokenFromTheQuery(String parameter) {
        service.anonymous("GET", listOf("Deals", RECORD) + "&" + parameter + "=" + service.ofCaller)
                .send()
                .mustBe(401, "no-token");
    }

    @Test
    void saysHowToAuthenticate() {
        String scopeless = service.token(CALLER, "lockkeeper.decisions");
        for (String path : new String[] {listOf("Deals", RECORD), LOCKS}) {
            assertThat(service.anonymous("GET", path).send().header("www-authenticate"))
                    .hasValue("Bearer");
            assertThat(service.callWith("unknown", "GET", path).send().header("www-authenticate"))
                    .hasValue("Bearer error=\"invalid_token\"");
            assertThat(service.callWith(scopeless, "GET", path).send().header("www-authenticate"))
                    .hasValue("Bearer error=\"insufficient_scope\"");
        }
    }

    @Test
    void showsUnknownAddressesOnlyToThoseWithAToken() {
        for (String path : new String[] {"/", "/crm", "/crm/v8/Deals", "/oauth", "/login"}) {
            service.anonymous("GET", path).send().mustBe(401, "no-token");
            service.callWith("unknown", "GET", path).send().mustBe(401, "invalid-token");
            service.callWith(service.token(CALLER), "GET", path).send().mustBe(404, "bad-url");
        }
        service.anonymous("GET", "/api/v1/nothing").send().mustBeProblem(401, "Unauthorized", "An access token");
        service.call("GET", "/api/v1/nothing").send().mustBeProblem(404, "Not Found", "There is nothing");
    }
}
