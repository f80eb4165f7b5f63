package dev.lockkeeper.bootstrap.e2e;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks Lockkeeper before a record is changed. */
final class LockGuard {

    enum Answer {
        GO_AHEAD,
        LOCKED,
        /** Neither yes nor no: ask again, or do what is less harmful. */
        NOT_KNOWN
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
    private final URI evaluation;
    private final String token;

    LockGuard(URI lockkeeper, String token) {
        this.evaluation = lockkeeper.resolve("/access/v1/evaluation");
        this.token = token;
    }

    Answer mayUpdate(String userId, String module, String recordId, List<String> fields) throws InterruptedException {
        Map<String, Object> question = Map.of(
                "subject", Map.of("type", "user", "id", userId),
                "action", Map.of("name", "update", "properties", Map.of("fields", fields)),
                "resource", Map.of("type", module, "id", recordId));
        try {
            HttpRequest request = HttpRequest.newBuilder(evaluation)
                    .timeout(Duration.ofSeconds(1))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 ->
                    JSON.readTree(answer.body()).required("decision").booleanValue() ? Answer.GO_AHEAD : Answer.LOCKED;
                case 429, 500, 502, 503, 504 -> Answer.NOT_KNOWN;
                default ->
                    throw new IllegalStateException("Lockkeeper was asked in a wrong way: "
                            + new String(answer.body(), StandardCharsets.UTF_8));
            };
        } catch (IOException e) {
            return Answer.NOT_KNOWN;
        }
    }
}
