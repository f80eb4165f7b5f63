package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, passwords, reasons and what records hold are found in no log, however detailed, in no error and no metric. */
class SecretsIT {

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

    private static String configuration(String criteria) {
        return "{\"record_locking_configurations\":[{\"lock_type\":\"automatic\",\"locking_rules\":[{\"name\":\"r\","
                + "\"criteria\":" + criteria + "}]}]}";
    }

    private static String record(String value) {
        return "{\"name\":\"" + value + "\",\"fields\":{\"Company\":\"" + value + "\",\"Email\":7}}";
    }

    private void send(String method, String url, String authorization, String body)
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
    }
}
