package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log holds of a call: its id, what was asked and how it ended; no token, no reason. */
class LogIT {

    private static final String REASON = "a reason that nobody else is to read";

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void tellsOfACallUnderItsIdAndKeepsItsSecrets(String format) {
        TestDatabase database = TestDatabase.create();
        try (ServiceProcess service = ServiceProcess.builder()
                .on(database)
                .with("LOCKKEEPER_LOG_FORMAT", format)
                .with("LOCKKEEPER_LOG_LEVEL", "DEBUG")
                .start()) {
            Given.configuration(service.client(), "Leads", "manual");

            HttpResponse<String> locked = lock(service, "an-id-from-outside");
            HttpResponse<String> odd = lock(service, "not a plain\tid");
            HttpResponse<String> none = lock(service, "");

            assertThat(locked.headers().firstValue("X-Request-ID")).contains("an-id-from-outside");
            assertThat(odd.headers().firstValue("X-Request-ID").orElseThrow()).matches("not a plain\\sid");
            service.await(log -> log.contains("not_a_plain_id"));
            String made = none.headers().firstValue("X-Request-ID").orElseThrow();
            assertThat(made).matches("[0-9a-f-]{36}");
            service.await(log -> log.contains(made));
            List<String> lines = service.output()
                    .lines()
                    .map(line -> line.replace("\\/", "/"))
                    .filter(line -> line.contains("an-id-from-outside") && line.contains("POST "))
                    .toList();
            assertThat(lines)
                    .isNotEmpty()
                    .anySatisfy(line -> assertThat(line)
                            .contains("/crm/v8/Leads/1/Locking_Information__s")
                            .contains("201"));
            if (format.equals("json")) {
                assertThat(lines)
                        .allSatisfy(line -> assertThat(line)
                                .startsWith("{")
                                .endsWith("}")
                                .contains("\"request_id\":\"an-id-from-outside\""));
            }
            service.stop();
            assertThat(service.output()).doesNotContain(ServiceProcess.TOKEN, REASON);
        }
    }

    private static HttpResponse<String> lock(ServiceProcess service, String requestId) {
        String path = Client.path("Leads", 1);
        String body = "{\"data\":[{\"Locked_Reason__s\":\"" + REASON + "\"}]}";
        Client client = service.client();
        return client.send(
                client.request("POST", path, body)
                        .header("X-Request-ID", requestId)
                        .build(),
                path,
                body);
    }
}
