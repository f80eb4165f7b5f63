package dev.lockkeeper.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks for decisions as services do. */
public record Decisions(Client client) {

    public static final String EVALUATION = "/access/v1/evaluation";
    public static final String EVALUATIONS = "/access/v1/evaluations";

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether somebody without a profile may update a record of Leads. */
    public HttpResponse<String> update(long record) {
        return update("Leads", record);
    }

    /** The same of a record of any module. */
    HttpResponse<String> update(String module, long record) {
        return ask(EVALUATION, body(module, record, ""));
    }

    /** The same, as fresh as a revision. */
    HttpResponse<String> update(long record, String revision) {
        return ask(EVALUATION, body("Leads", record, ",\"context\":{\"at_least_as_fresh\":" + revision + "}"));
    }

    private static String body(String module, long record, String more) {
        return """
                {"subject":{"type":"service","id":"billing"},"action":{"name":"update"},
                 "resource":{"type":"%s","id":"%d"}%s}""".formatted(module, record, more);
    }

    public HttpResponse<String> ask(String path, String body) {
        HttpRequest request = client.request("POST", path, body)
                .header("Content-Type", "application/json")
                .build();
        return client.send(request, path, body);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** The reason code of an answer. */
    public static String reason(HttpResponse<String> answer) {
        return json(answer).path("context").path("reason_code").asText(answer.statusCode() + " " + answer.body());
    }
}
