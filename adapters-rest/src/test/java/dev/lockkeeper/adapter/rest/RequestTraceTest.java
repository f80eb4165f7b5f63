package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.RECORD;
import static dev.lockkeeper.adapter.rest.Service.listOf;
import static dev.lockkeeper.adapter.rest.Service.lockOf;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.lockkeeper.domain.configuration.LockType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The id that every request carries, and its line in the access log. */
class RequestTraceTest {

    private static final String SECRET = "a reason that is nobody's business";

    @RegisterExtension
    static final Service service = new Service();

    @RegisterExtension
    final Log log = new Log("dev.lockkeeper", Level.DEBUG);

    @BeforeEach
    void dealsCanBeLocked() {
        service.configured("Deals", LockType.MANUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "b37a8ac0-6e0f-4a0c-9d3c-6b3a3a6e3f11", "a/b+c=d:e;f", "\"<{~}>\"", "!"})
    void anIdThatIsWellFormedIsAnsweredAndLogged(String id) {
        Answer answer = service.call("GET", listOf("Deals", RECORD))
                .header("X-Request-ID", id)
                .send();

        assertThat(answer.header("x-request-id")).hasValue(id);
        assertThat(access())
                .singleElement()
                .satisfies(event -> assertThat(event.getMDCPropertyMap()).containsEntry("request_id", id));
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 1000, 4000})
    void aLongIdIsAnsweredAsItIsAndLoggedToItsBeginning(int length) {
        String id = "x".repeat(length);

        assertThat(withId(id).header("x-request-id")).hasValue(id);
        mustBeLoggedAs("x".repeat(128));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"a b|a_b", "a] ERROR forged|a]_ERROR_forged", "a\tb|a_b", "\u00e9|_", "a\u00a0b|a_b", "\u00ff|_"})
    void anIdThatIsNotPlainIsAnsweredAsItIsAndLoggedPlainly(String id, String logged) {
        assertThat(withRawId(id).header("x-request-id")).hasValue(id);
        mustBeLoggedAs(logged);
    }

    @Test
    void anIdThatIsEmptyIsNone() {
        mustHaveAnIdOfOurs(withRawId(""));
    }

    @Test
    void refusalsRepeatWhateverIdWasSent() {
        assertThat(service.callWith("unknown", "GET", "/api/v1/locks")
                        .header("X-Request-ID", "a b")
                        .send()
                        .header("x-request-id"))
                .hasValue("a b");
    }

    @Test
    void aRequestWithoutAnIdGetsOne() {
        mustHaveAnIdOfOurs(service.call("GET", listOf("Deals", RECORD)).send());
    }

    @Test
    void refusalsHaveAnIdToo() {
        mustHaveAnIdOfOurs(service.anonymous("GET", listOf("Deals", RECORD)).send());
        mustHaveAnIdOfOurs(service.callWith("unknown", "GET", "/api/v1/locks").send());
        mustHaveAnIdOfOurs(service.callWith(service.token(Service.CALLER), "GET", "/api/v1/locks")
                .send());
        mustHaveAnIdOfOurs(service.call("GET", "/nothing").send());
        mustHaveAnIdOfOurs(service.call("PATCH", lockOf("Deals", RECORD)).send());
        mustHaveAnIdOfOurs(service.call("POST", lockOf("Deals", RECORD))
                .body(new byte[2_000_000])
                .send());
        service.stores.failLocks(new IllegalStateException("planted by a test"));
        mustHaveAnIdOfOurs(service.call("GET", listOf("Deals", RECORD)).send());
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing, 404", "POST, /api/v1/locks, 405", "PATCH, /crm/v8/Deals/1/Locking_Information__s, 403"})
    void everyRequestHasOneLineWithMethodPathAndStatus(String method, String path, int status) {
        service.call(method, path + "?query=" + RECORD).send();

        assertThat(access())
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .matches(method + " " + path + " " + status + " [0-9]+us"));
    }

    @Test
    void aVeryLongPathIsShortened() {
        service.call("GET", lockOf("a".repeat(3000), RECORD)).send();
        assertThat(access())
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).hasSizeLessThan(250));
    }

    @Test
    void aPathCannotForgeALine() {
        service.call("GET", "/crm/v8/Deals%0d%0a2023-09-05%20GET%20forged/1/x").send();
        service.call("GET", "/api/v1/records/%0aforged/1/history").send();
        assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("\n", "\r"));
    }

    @Test
    void nothingThatIsLoggedHoldsATokenOrAReason() {
        String body = Service.body(SECRET);
        service.call("POST", lockOf("Deals", RECORD)).body(body).send();
        service.call("GET", listOf("Deals", RECORD)).send();
        service.call("POST", lockOf("Deals", RECORD)).body(body).send();
        service.call("POST", lockOf("Deals", RECORD)).body(body + body).send();
        service.call("PUT", lockOf("Deals", RECORD, "1")).body(body).send();
        service.call(
                        "GET",
                        lockOf("Deals", RECORD) + "?fields=id&token=" + service.ofCaller + "&reason="
                                + SECRET.replace(" ", "%20"))
                .send();
        service.callWith("unknown.secret", "GET", lockOf("Deals", RECORD)).send();
        service.anonymous("GET", "/api/v1/locks")
                .header("Authorization", "Basic unknown.secret")
                .send();
        service.call("GET", "/api/v1/locks").send();
        service.call("GET", "/api/v1/records/Deals/" + RECORD + "/history").send();
        service.stores.failLocks(new IllegalStateException("planted by a test"));
        service.call("POST", lockOf("Deals", RECORD)).body(body).send();
        service.stores.failAccessTokens(new IllegalStateException("planted by a test"));
        service.call("POST", lockOf("Deals", RECORD)).body(body).send();

        assertThat(access()).hasSize(12);
        assertThat(log.lines())
                .hasSizeGreaterThan(12)
                .allSatisfy(
                        line -> assertThat(line).doesNotContain(service.ofCaller, "unknown.secret", SECRET, "nobody"));
    }

    private void mustBeLoggedAs(String id) {
        assertThat(access())
                .singleElement()
                .satisfies(event -> assertThat(event.getMDCPropertyMap()).containsEntry("request_id", id));
    }

    private static Answer withRawId(String id) {
        return service.sendRaw(
                "GET " + listOf("Deals", RECORD) + " HTTP/1.1",
                "Authorization: Bearer " + service.ofCaller,
                "X-Request-ID: " + id);
    }

    private static Answer withId(String id) {
        return service.call("GET", listOf("Deals", RECORD))
                .header("X-Request-ID", id)
                .send();
    }

    private static void mustHaveAnIdOfOurs(Answer answer) {
        assertThat(answer.header("x-request-id"))
                .hasValueSatisfying(id -> assertThat(UUID.fromString(id)).hasToString(id));
    }

    private List<ILoggingEvent> access() {
        return log.events().stream()
                .filter(event -> event.getLoggerName().equals("dev.lockkeeper.access"))
                .toList();
    }
}
