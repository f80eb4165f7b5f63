package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.CALLER;
import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells browsers and caches, and what none tells anybody. */
class SecurityHeadersTest {

    private static final String LOCKS = "/api/v1/locks";

    @RegisterExtension
    static final Service service = new Service();

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.MANUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/locks, 200",
        "HEAD, /api/v1/locks, 200",
        "GET, /crm/v8/Deals/1/Locking_Information__s?fields=id, 204",
        "GET, /crm/v8/Deals/0/Locking_Information__s?fields=id, 400",
        "GET, /api/v1/locks?limit=0, 400",
        "PATCH, /crm/v8/Deals/1/Locking_Information__s, 403",
        "GET, /nothing, 404",
        "GET, /api/v1/nothing, 404",
        "TRACE, /api/v1/locks, 405",
        "OPTIONS, /api/v1/locks, 405"
    })
    void areOnEveryAnswerToACaller(String method, String path, int status) {
        mustBeHardened(service.call(method, path).send(), status);
    }

    @Test
    void areOnWhatIsMade() {
        mustBeHardened(
                service.call("POST", lockOf("Deals", RECORD))
                        .body(Service.body("deal in progress"))
                        .send(),
                201);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCKS, "/crm/v8/Deals/1/Locking_Information__s?fields=id", "/", "/health"})
    void areOnRefusalsOfWhoIsNotKnown(String path) {
        mustBeHardened(service.anonymous("GET", path).send(), 401);
        mustBeHardened(service.callWith("unknown", "GET", path).send(), 401);
    }

    @Test
    void areOnRefusalsOfWhoMayNot() {
        mustBeHardened(service.callWith(service.token(CALLER), "GET", LOCKS).send(), 403);
    }

    @Test
    void areOnAnswersToBodiesThatAreTooLong() {
        mustBeHardened(
                service.call("POST", "/api/v1/records/Deals")
                        .body(new byte[11 * 1024 * 1024])
                        .send(),
                413);
    }

    @Test
    void areOnFaultsOfOurs() {
        service.stores.failLocks(new IllegalStateException("org.postgresql.util.PSQLException at db.internal:5432"));
        mustBeHardened(service.call("GET", LOCKS).send(), 500);
        mustBeHardened(service.call("GET", listOf("Deals", RECORD)).send(), 500);
        service.stores.failLocks(new StoreUnavailable(
                Step.UNKNOWN, new ConnectException("Connection refused: db.internal:5432, PSQLException")));
        mustBeHardened(service.call("GET", LOCKS).send(), 503);
        service.stores.failAccessTokens(new IllegalStateException("PSQLException at db.internal:5432"));
        mustBeHardened(service.call("GET", LOCKS).send(), 500);
    }

    /** What the server refuses before there is a request, so to speak. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/locks?a=%zz HTTP/1.1",
                "GET /api/v1/locks\u0001 HTTP/1.1",
                "GET http://[ HTTP/1.1",
                "G\u00e9T / HTTP/1.1",
                "GET / HTTP/9.9",
                "nonsense"
            })
    void areOnAnswersToWhatIsNoRequest(String requestLine) {
        Answer answer = service.sendRaw(requestLine);

        mustBeHardened(answer, answer.status());
        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void areOnAnswersToHeadsThatAreTooLong() {
        mustBeHardened(service.sendRaw("GET /" + "a".repeat(5000) + " HTTP/1.1"), 400);
        mustBeHardened(service.sendRaw("GET / HTTP/1.1", "X-Long: " + "a".repeat(9000)), 400);
        mustBeHardened(service.sendRaw("GET / HTTP/1.1", "X-Long: " + "a".repeat(3_000_000)), 400);
    }

    @Test
    void grantNoOtherOriginAnything() {
        Answer simple = service.call("GET", LOCKS)
                .header("Origin", "https://elsewhere.example")
                .send();
        Answer preflight = service.anonymous("OPTIONS", LOCKS)
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .send();

        mustBeHardened(simple, 200);
        mustBeHardened(preflight, 401);
    }

    @Test
    void promiseNoTlsWhereThereIsNone() {
        assertThat(service.call("GET", LOCKS).send().header("strict-transport-security"))
                .isEmpty();
    }

    private static void mustBeHardened(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.header("cache-control")).hasValue("no-store");
        assertThat(answer.header("content-security-policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("referrer-policy")).hasValue("no-referrer");
        assertThat(answer.header("x-frame-options")).hasValue("DENY");
        assertThat(answer.headers().keySet())
                .doesNotContain("server", "x-powered-by", "set-cookie")
                .noneMatch(name -> name.startsWith("access-control-"));
        assertThat(answer.text())
                .doesNotContain("Exception", "\tat ", "java.", "io.micronaut", "netty", "postgres", "db.internal");
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1000);
    }
}
