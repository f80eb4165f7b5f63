package dev.lockkeeper.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holding exchanges against the document finds what is wrong with them: planted faults, one at a time. */
class DocumentCheckTest {

    private static final String LOCK = "/crm/v8/Leads/5/Locking_Information__s";
    private static final String REASON = "{\"data\":[{\"Locked_Reason__s\":\"fff\"}]}";
    private static final String ADDED = """
            {"data":[{"code":"SUCCESS","details":{"Modified_Time":"2026-11-22T09:30:00+00:00",
             "Modified_By":{"name":"Administrator","id":"1777000000001000002"},"id":"1777000000001000018",
             "Created_Time":"2026-11-22T09:30:00+00:00","Created_By":{"name":"Administrator","id":"1777000000001000002"}},
             "message":"record added","status":"success"}]}""";
    private static final String ERROR = "{\"code\":\"%s\",\"details\":{},\"message\":\"…\",\"status\":\"error\"}";
    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"…\",\"status\":%d,\"detail\":\"…\"}";

    @Test
    void allowsWhatTheDocumentHas() {
        assertThat(faults(lock(REASON, 201, ADDED))).isEmpty();
        assertThat(faults(lock(REASON, 403, ERROR.formatted("NOT_ALLOWED")))).isEmpty();
        assertThat(faults(lock("no JSON", 400, ERROR.formatted("INVALID_DATA"))))
                .isEmpty();
        assertThat(faults(lock(REASON, 400, "{\"data\":[" + ERROR.formatted("MANDATORY_NOT_FOUND") + "]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"status\":\"success\" | \"status\":\"well\"",
                "\"status\":\"success\" | \"status\":\"success\",\"more\":1",
                "\"message\":\"record added\", | ``",
                "1777000000001000018 | 01",
                "1777000000001000018 | -5",
                "\"1777000000001000018\" | 1777000000001000018",
                "09:30:00+00:00 | 09:30:00Z",
                "\"Administrator\" | null",
                "[{\"code\" | [{},{\"code\"",
                "}]} | }]"
            })
    void findsAnswersOfAnotherShape(String right, String wrong) {
        assertThat(faults(lock(REASON, 201, ADDED.replace(right.strip(), wrong.strip()))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 302, 405, 409, 422, 501})
    void findsAStatusThatTheCallDoesNotHave(int status) {
        assertThat(faults(lock(REASON, status, ADDED))).anyMatch(fault -> fault.contains("status is not documented"));
    }

    @Test
    void findsAnErrorOfAnotherStatus() {
        assertThat(faults(lock(REASON, 403, ERROR.formatted("INVALID_TOKEN")))).isNotEmpty();
        assertThat(faults(exchange("GET", "/api/v1/locks", "", 400, PROBLEM.formatted(404))))
                .isNotEmpty();
        assertThat(faults(exchange("GET", "/api/v1/locks", "", 400, PROBLEM.formatted(400))))
                .isEmpty();
    }

    @Test
    void findsHeadersThatAreMissingOrWrong() {
        assertThat(faults(lock(REASON, 201, ADDED, "Lockkeeper-Revision", null)))
                .containsExactly("the header Lockkeeper-Revision is missing");
        assertThat(faults(lock(REASON, 201, ADDED, "Lockkeeper-Revision", "three")))
                .hasSize(1);
        assertThat(faults(lock(REASON, 201, ADDED, "X-Request-ID", null))).hasSize(1);
        assertThat(faults(lock(REASON, 401, ERROR.formatted("INVALID_TOKEN"), "WWW-Authenticate", null)))
                .hasSize(1);
        assertThat(faults(lock(REASON, 429, ERROR.formatted("TOO_MANY_REQUESTS"), "Retry-After", null)))
                .hasSize(1);
        assertThat(faults(lock(REASON, 503, ERROR.formatted("INTERNAL_ERROR"), "Retry-After", "soon")))
                .hasSize(1);
    }

    @Test
    void findsContentOfAnotherTypeAndWhereThereIsToBeNone() {
        assertThat(faults(lock(REASON, 201, ADDED, "Content-Type", "text/plain")))
                .hasSize(1);
        assertThat(faults(exchange("GET", LOCK + "?fields=id", "", 204, ""))).isEmpty();
        assertThat(faults(exchange("GET", LOCK + "?fields=id", "", 204, "{}"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{\"data\":[{\"Locked_Reason__s\":\"a\"}],\"data\":[]}",
                "[]",
                "{}",
                "{\"data\":[]}",
                "{\"data\":[{}]}",
                "{\"data\":[{\"Locked_Reason__s\":5}]}",
                "{\"data\":[{\"Locked_Reason__s\":null}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"\"}]}",
                "{\"data\":[{\"Locked_Reason__s\":\"a\"},{\"Locked_Reason__s\":\"b\"}]}"
            })
    void findsThatABodyWasAcceptedWhichTheDocumentForbids(String body) {
        assertThat(faults(lock(body, 201, ADDED))).anyMatch(fault -> fault.startsWith("accepted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/crm/v1/Leads/5/Locking_Information__s",
                "/crm/v8/Leads/05/Locking_Information__s",
                "/crm/v8/Leads/-5/Locking_Information__s",
                "/crm/v8/Le%20ads/5/Locking_Information__s",
                "/crm/v8/Leads/5/Notes"
            })
    void findsThatAnAddressWasAcceptedWhichTheDocumentForbids(String path) {
        assertThat(faults(exchange("POST", path, REASON, 201, ADDED))).anyMatch(fault -> fault.startsWith("accepted"));
    }

    @Test
    void findsThatParametersWereAcceptedWhichTheDocumentForbids() {
        String jobs = "{\"items\":[],\"next_cursor\":null}";

        assertThat(faults(exchange("GET", "/api/v1/jobs", "", 200, jobs))).isEmpty();
        assertThat(faults(exchange("GET", "/api/v1/jobs?limit=200&cursor=", "", 200, jobs)))
                .isEmpty();
        assertThat(faults(exchange("GET", "/api/v1/jobs?limit=201", "", 200, jobs)))
                .hasSize(1);
        assertThat(faults(exchange("GET", "/api/v1/jobs?limit=many", "", 200, jobs)))
                .hasSize(1);
        assertThat(faults(exchange("GET", LOCK, "", 204, ""))).containsExactly("accepted without the parameter fields");
    }

    @Test
    void findsThatACallWasAcceptedWithoutAToken() {
        Exchange locked = lock(REASON, 201, ADDED);
        Exchange anonymous = new Exchange(
                locked.method(), locked.target(), Map.of(), locked.requestBody(), 201, locked.headers(), locked.body());

        assertThat(faults(anonymous)).containsExactly("accepted without an access token");
    }

    @Test
    void knowsHowAddressesAnswerThatAreNotInTheDocument() {
        String notFound = ERROR.formatted("INVALID_URL_PATTERN");

        assertThat(faults(exchange("GET", "/nowhere", "", 404, notFound))).isEmpty();
        assertThat(faults(exchange("GET", "/nowhere", "", 404, ERROR.formatted("INVALID_DATA"))))
                .isNotEmpty();
        assertThat(faults(exchange("GET", "/nowhere", "", 200, "{}"))).isNotEmpty();
        assertThat(faults(exchange("PATCH", LOCK, "", 403, ERROR.formatted("INVALID_REQUEST_METHOD"))))
                .isEmpty();
        assertThat(faults(exchange("GET", "/api/v1/nowhere", "", 404, PROBLEM.formatted(404))))
                .isEmpty();
        assertThat(faults(exchange("GET", "/api/v1/nowhere", "", 404, notFound)))
                .isNotEmpty();
    }

    @Test
    void failsWithTheCallItsAnswerAndTheReason() {
        assertThatThrownBy(() -> DocumentCheck.PACKAGED.verify(lock(REASON, 201, "{\"data\":[]}")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("POST " + LOCK, "201", "{\"data\":[]}", "at least 1 items");
    }

    private static List<String> faults(Exchange exchange) {
        return DocumentCheck.PACKAGED.faults(exchange);
    }

    private static Exchange lock(String body, int status, String answer) {
        return exchange("POST", LOCK, body, status, answer);
    }

    private static Exchange lock(String body, int status, String answer, String header, @Nullable String value) {
        Exchange right = lock(body, status, answer);
        Map<String, List<String>> headers = new HashMap<>(right.headers());
        if (value == null) {
            headers.remove(header);
        } else {
            headers.put(header, List.of(value));
        }
        return new Exchange(
                right.method(),
                right.target(),
                right.requestHeaders(),
                right.requestBody(),
                status,
                headers,
                right.body());
    }

    /** An exchange whose headers are as they have to be. */
    private static Exchange exchange(String method, String target, String body, int status, String answer) {
        boolean problem = target.startsWith("/api/") && status >= 400;
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "X-Request-ID", List.of("an-id"),
                "Lockkeeper-Revision", List.of("3"),
                "WWW-Authenticate", List.of("Bearer"),
                "Retry-After", List.of("1")));
        if (!answer.isEmpty()) {
            headers.put("Content-Type", List.of(problem ? "application/problem+json" : "application/json"));
        }
        return new Exchange(
                method,
                target,
                Map.of("Authorization", List.of("Zoho-oauthtoken a.token")),
                body.getBytes(StandardCharsets.UTF_8),
                status,
                headers,
                answer.getBytes(StandardCharsets.UTF_8));
    }
}
