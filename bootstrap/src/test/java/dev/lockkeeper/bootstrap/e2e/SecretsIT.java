package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, passwords, reasons and what records hold are found in no log, however detailed, in no error and no metric. */
class SecretsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "secret.token.of-the.administrator";
    private static final String UNKNOWN_TOKEN = "secret.token.of-nobody";
    private static final String BASIC = "c2VjcmV0LXVzZXI6c2VjcmV0LXBhc3N3b3Jk";
    private static final String REASON = "a secret reason";
    private static final String FIELD_VALUE = "a secret of a customer";
    private static final String IN_QUERY = "secret-in-a-query";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Bodies and headers of all answers that are errors. */
    private final List<String> errors = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void areKeptThere() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = ServiceProcess.builder()
                .on(data)
                .with("LOCKKEEPER_ADMIN_TOKEN", TOKEN)
                .with("LOCKKEEPER_LOG_LEVEL", "TRACE")
                .start()) {
            callInEveryWay(service.url());
            List<String> madeHere = getTokensInEveryWay(service.url());
            String metrics = new Client(service.url(), "").get("/prometheus").body();
            service.stop();

            String databasePassword = Files.readString(data.resolve("password")).strip();
            String[] secrets = {TOKEN, UNKNOWN_TOKEN, BASIC, REASON, FIELD_VALUE, IN_QUERY, databasePassword, "secret"};
            assertThat(service.output())
                    .contains("TRACE", "/Locking_Information__s 201")
                    .doesNotContain(secrets);
            assertThat(errors)
                    .hasSizeGreaterThan(12)
                    .allSatisfy(error -> assertThat(error).doesNotContain(secrets));
            assertThat(metrics).contains("http_server_requests").doesNotContain(secrets);
            assertThat(madeHere).hasSize(7).allSatisfy(secret -> {
                assertThat(service.output()).doesNotContain(secret);
                assertThat(errors).noneMatch(error -> error.contains(secret));
                assertThat(metrics).doesNotContain(secret);
            });
        }
    }

    private void callInEveryWay(String url) throws Exception {
        String lock = url + Client.path("Leads", 1);
        String body = "{\"data\":[{\"Locked_Reason__s\":\"" + REASON + "\"}]}";
        String rule =
                "{\"comparator\":\"equal\",\"field\":{\"api_name\":\"Nowhere\"},\"value\":\"" + FIELD_VALUE + "\"}";
        for (String scheme : new String[] {"Bearer ", "Zoho-oauthtoken "}) {
            send("POST", lock, scheme + TOKEN, body);
            send("POST", lock + "?token=" + IN_QUERY, scheme + TOKEN, body);
            send("GET", lock + "?fields=" + IN_QUERY, scheme + TOKEN, "");
            send("PUT", lock + "/1", scheme + TOKEN, body);
            send("POST", lock, scheme + TOKEN, body + "{\"" + REASON + "\":}");
            send("POST", lock, scheme + TOKEN, "{\"data\":\"" + REASON + "\"}");
            send("PATCH", lock, scheme + TOKEN, body);
            send("GET", url + "/nothing?" + IN_QUERY, scheme + TOKEN, "");
            send("POST", lock, scheme + UNKNOWN_TOKEN, body);
            send("GET", lock + "?access_token=" + UNKNOWN_TOKEN, "Basic " + BASIC, "");
            send("POST", url + Given.configurations("Contacts"), scheme + TOKEN, configuration(rule));
            send("PUT", url + "/api/v1/records/Leads/1", scheme + TOKEN, record(FIELD_VALUE));
            send("PUT", url + "/api/v1/records/Leads/1", scheme + TOKEN, record(FIELD_VALUE) + "}");
            send("PUT", url + "/api/v1/records/Leads/x", scheme + TOKEN, record(FIELD_VALUE));
            send("GET", url + "/api/v1/locks?cursor=" + IN_QUERY, scheme + TOKEN, "");
        }
    }

    /** Makes every kind of secret that the service makes, and answers them. */
    private List<String> getTokensInEveryWay(String url) throws Exception {
        String administrator = "Bearer " + TOKEN;
        JsonNode users = JSON.readTree(send("GET", url + "/api/v1/users", administrator, ""));
        String grant = "{\"name\":\"x\",\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.locks.read\"]}"
                .formatted(users.at("/items/0/id").asText());
        JsonNode token = JSON.readTree(send("POST", url + "/api/v1/tokens", administrator, grant));
        JsonNode client = JSON.readTree(send("POST", url + "/api/v1/clients", administrator, grant));
        String id = client.path("client_id").asText();
        String secret = client.path("client_secret").asText();
        String refreshToken = client.path("refresh_token").asText();
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String query = "?grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
                .formatted(id, secret, refreshToken);
        JsonNode refreshed = JSON.readTree(send("POST", url + "/oauth/v2/token" + query, "none", ""));
        JsonNode granted = JSON.readTree(
                send("POST", url + "/oauth/v2/token?grant_type=client_credentials", "Basic " + basic, ""));
        send("POST", url + "/oauth/v2/token" + query.replace("grant_type=refresh_token", "grant_type=no"), "none", "");
        send("POST", url + "/oauth/v2/token?grant_type=client_credentials", "Basic " + basic + "x", "");
        send(
                "GET",
                url + "/api/v1/nothing",
                "Bearer " + refreshed.path("access_token").asText(),
                "");
        return List.of(
                token.path("token").asText(),
                secret,
                refreshToken,
                basic,
                query,
                refreshed.path("access_token").asText(),
                granted.path("access_token").asText());
    }

    private static String configuration(String criteria) {
        return "{\"record_locking_configurations\":[{\"lock_type\":\"automatic\",\"locking_rules\":[{\"name\":\"r\","
                + "\"criteria\":" + criteria + "}]}]}";
    }

    private static String record(String value) {
        return "{\"name\":\"" + value + "\",\"fields\":{\"Company\":\"" + value + "\",\"Email\":7}}";
    }

    private String send(String method, String url, String authorization, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", authorization)
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            errors.add(answer.body() + answer.headers().map());
        }
        return answer.body();
    }
}
