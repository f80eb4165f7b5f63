package dev.lockkeeper.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the document has the decision API's requests, answers and errors as they are, and no others. */
class DocumentCheckOfDecisionsTest {

    private static final String EVALUATION = "/access/v1/evaluation";
    private static final String EVALUATIONS = "/access/v1/evaluations";
    private static final String METADATA = "/.well-known/authzen-configuration";
    private static final String ACCESS = "/api/v1/records/Deals/1/access?user=1&at_least_as_fresh=";

    private static final String QUESTION = """
            {"subject":{"type":"user","id":"nobody","properties":{"profile":7,"x":[1]}},
             "action":{"name":"update","properties":{"fields":["Amount"]}},
             "resource":{"type":"Deals","id":"1"},"context":{"at_least_as_fresh":"007","time":"now"}}""";
    private static final String YES = "{\"decision\":true,\"context\":{\"reason_code\":\"not_locked\",\"revision\":0}}";
    private static final String LOCK = """
            {"id":null,"source":"both","reason":null,"locked_by":null,"locked_time":"2021-07-21T12:38:12.999999Z",
             "rule":{"id":"2","name":null}}""";
    private static final String RECORD_LOCKED = """
            {"code":"RECORD_LOCKED","message":"…","status":"error","details":{"action":"record_locking","id":"1"}}""";
    private static final String NO = """
            {"decision":false,"context":{"reason_code":"locked","revision":1,"lock":%s,"denied_fields":["Amount"],
             "allowed_fields":[],"error":%s}}""";
    private static final String FAILURE =
            "{\"decision\":false,\"context\":{\"error\":{\"status\":503,\"message\":\"…\"}}}";

    @Test
    void allowsDecisions() {
        assertThat(faults("POST", EVALUATION, QUESTION, YES)).isEmpty();
        assertThat(faults("POST", EVALUATION, QUESTION, NO.formatted(LOCK, RECORD_LOCKED)))
                .isEmpty();
        assertThat(faults("POST", EVALUATION, QUESTION, NO.formatted(LOCK, "{\"data\":[" + RECORD_LOCKED + "]}")))
                .isEmpty();
        assertThat(faults("POST", EVALUATIONS, QUESTION, YES)).isEmpty();
        assertThat(faults(
                        "POST",
                        EVALUATIONS,
                        "{\"evaluations\":[7,{}]}",
                        "{\"evaluations\":[" + YES + "," + FAILURE + "]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"custom_button\",\"properties\":{\"name\":\"Approve\"}}",
                "{\"name\":\"delete\",\"properties\":{\"fields\":7}}",
                "{\"name\":\"read\",\"properties\":null}"
            })
    void allowsEachFormOfAnAction(String action) {
        String question = QUESTION.replaceFirst("\\{\"name.*}}", action);

        assertThat(faults("POST", EVALUATION, question, YES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"user\" | \"person\"",
                "\"id\":\"nobody\" | \"id\":7",
                "\"update\" | \"change\"",
                "[\"Amount\"] | \"Amount\"",
                "\"id\":\"1\" | \"id\":1",
                "\"007\" | -7"
            })
    void findsRequestsThatShouldHaveBeenRefused(String right, String wrong) {
        assertThat(faults("POST", EVALUATION, QUESTION.replace(right.strip(), wrong.strip()), YES))
                .isNotEmpty();
    }

    @Test
    void findsAnswersOfAnotherShape() {
        assertThat(faults("POST", EVALUATION, QUESTION, FAILURE)).isNotEmpty();
        assertThat(faults("POST", EVALUATION, QUESTION, YES.replace("not_locked", "free")))
                .isNotEmpty();
        assertThat(faults("POST", EVALUATION, QUESTION, "{\"evaluations\":[" + YES + "]}"))
                .isNotEmpty();
        assertThat(faults("POST", EVALUATION, QUESTION, NO.formatted(LOCK, "{}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, " + EVALUATION + ", 400",
        "POST, " + EVALUATION + ", 401",
        "POST, " + EVALUATIONS + ", 403",
        "POST, " + EVALUATIONS + ", 413",
        "POST, " + EVALUATION + ", 429",
        "POST, " + EVALUATION + ", 500",
        "POST, " + EVALUATION + ", 503",
        "GET,  " + METADATA + ", 429",
        "GET,  " + EVALUATION + ", 405",
        "POST, " + METADATA + ", 405",
        "POST, /access/v1/search/subject, 404",
        "POST, /access/v1/search/subject, 401",
    })
    void allowsErrorsAsStringsOnly(String method, String path, int status) {
        assertThat(faults(method, path, QUESTION, status, "text/plain; charset=utf-8", "…"))
                .isEmpty();
        assertThat(faults(method, path, QUESTION, status, "application/problem+json", "{}"))
                .isNotEmpty();
    }

    @Test
    void allowsWhereDecisionsCanBeHad() {
        assertThat(faults("GET", METADATA, "", """
                {"policy_decision_point":"http://localhost:8080",
                 "access_evaluation_endpoint":"http://localhost:8080/access/v1/evaluation",
                 "access_evaluations_endpoint":"http://localhost:8080/access/v1/evaluations"}""")).isEmpty();
    }

    @Test
    void allowsAllThatAUserMayDo() {
        String decision = "{\"decision\":true,\"reason_code\":\"not_locked\"}";
        String actions = "{\"read\":@,\"update\":@,\"convert\":@,\"delete\":@,\"change_owner\":@,\"tags\":@,"
                + "\"send_mail\":@,\"send_survey\":@,\"send_portal_invitation\":@,\"lock\":@,\"unlock\":@}";
        String access = """
                {"module":"Deals","id":"1","user":{"id":"1","name":"Ada"},"revision":1,"locked":true,"lock":%s,
                 "actions":%s,"editable_fields":["Amount"],"custom_buttons":
                   [{"id":null,"name":"Approve","decision":false,"reason_code":"locked"}]}""";

        assertThat(faults("GET", ACCESS, "", access.formatted(LOCK, actions.replace("@", decision))))
                .isEmpty();
        assertThat(faults("GET", ACCESS + "7", "", access.formatted("null", actions.replace("@", decision))))
                .isEmpty();
        assertThat(faults("GET", ACCESS, "", access.formatted(LOCK, "{}"))).isNotEmpty();
    }

    private static List<String> faults(String method, String target, String body, String answer) {
        return faults(method, target, body, 200, "application/json", answer);
    }

    private static List<String> faults(
            String method, String target, String body, int status, String contentType, String answer) {
        return DocumentCheck.PACKAGED.faults(new Exchange(
                method,
                target,
                Map.of("Authorization", List.of("Bearer a.token")),
                body.getBytes(StandardCharsets.UTF_8),
                status,
                Map.of(
                        "Content-Type", List.of(contentType),
                        "X-Request-ID", List.of("an id"),
                        "Cache-Control", List.of("max-age=3600"),
                        "Allow", List.of("POST"),
                        "WWW-Authenticate", List.of("Bearer"),
                        "Retry-After", List.of("1")),
                answer.getBytes(StandardCharsets.UTF_8)));
    }
}
