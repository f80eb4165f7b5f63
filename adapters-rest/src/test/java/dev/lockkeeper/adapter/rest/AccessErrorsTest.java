package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Decisions.CALLER;
import static dev.lockkeeper.adapter.rest.Decisions.EVALUATION;
import static dev.lockkeeper.adapter.rest.Decisions.EVALUATIONS;
import static dev.lockkeeper.adapter.rest.Decisions.action;
import static dev.lockkeeper.adapter.rest.Decisions.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors of the decision API, which are strings, and the ids of its requests. */
class AccessErrorsTest {

    private static final String QUESTION = question(CALLER, action("read"));

    @RegisterExtension
    static final Service service = new Service();

    @RegisterExtension
    static final Service limited =
            new Service(Map.of("lockkeeper.limits.requests-per-second", 1, "lockkeeper.limits.burst", 3));

    @ParameterizedTest
    @ValueSource(strings = {EVALUATION, EVALUATIONS, "/access/v1/search/subject", "/access/"})
    void letNobodyInWithoutAToken(String path) {
        Answer without = service.anonymous("POST", path).body(QUESTION).send();
        Answer unknown =
                service.callWith("unknown", "POST", path).body(QUESTION).send();

        without.mustBeMessage(401, "An access token is needed: Authorization: Bearer …");
        assertThat(without.header("www-authenticate")).hasValue("Bearer");
        unknown.mustBeMessage(401, "The access token is unknown, or is in force no longer.");
        assertThat(unknown.header("www-authenticate")).hasValue("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVALUATION, EVALUATIONS})
    void askForTheScope(String path) {
        String scopeless = service.token(Service.CALLER, "lockkeeper.admin", "ZohoCRM.modules.ALL");

        Answer answer = service.callWith(scopeless, "POST", path).body(QUESTION).send();

        answer.mustBeMessage(403, "The access token lacks the scope for this call.");
        assertThat(answer.header("www-authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/access/v1", "/access/v1/search/subject", "/access/v2/evaluation", "/access/"})
    void sayWhereThereIsNothing(String path) {
        service.call("POST", path).body(QUESTION).send().mustBeMessage(404, "There is nothing at this address.");
    }

    @Test
    void sayWhichMethodIsRight() {
        Answer answer = service.call("GET", EVALUATION).send();

        answer.mustBeMessage(405, "This address does not know the request's method.");
        assertThat(answer.header("allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
    }

    @Test
    void haveNoBodyOnHead() {
        assertThat(service.call("HEAD", EVALUATION).send().status()).isEqualTo(405);
    }

    @Test
    void sayWhenToComeAgain() {
        Answer refused = Stream.generate(
                        () -> Decisions.call(limited, EVALUATION).body(QUESTION).send())
                .limit(1000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        refused.mustBeMessage(429, "Too many requests; the header Retry-After says");
        assertThat(refused.header("retry-after")).hasValue("1");
    }

    @Test
    void areStringsForRequestsThatAreNone() {
        service.sendRaw("POST " + EVALUATION + "?a=|| HTTP/1.1").mustBeMessage(400, "The request cannot be read.");
    }

    @Test
    void areStringsWhateverTheCallerWouldRatherHave() {
        Decisions.call(service, EVALUATION)
                .header("Accept", "application/json")
                .body("{}")
                .send()
                .mustBeMessage(400, "subject: an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bfe9eb29-ab87-4ca3-be83-a1d5d8305716", "an id of ours, no. 7", "\u00e9"})
    void andDecisionsRepeatTheIdOfTheRequest(String id) {
        for (String body : new String[] {QUESTION, "{}"}) {
            Answer answer = RawConnection.send(service.address(), request(id, body));
            assertThat(answer.header("x-request-id")).hasValue(id);
        }
    }

    private static byte[] request(String id, String body) {
        return """
                POST /access/v1/evaluation HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                X-Request-ID: %s\r
                \r
                %s""".formatted(service.ofCaller, body.length(), id, body).getBytes(StandardCharsets.ISO_8859_1);
    }
}
