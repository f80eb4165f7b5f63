package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A caller that sends too much waits as long as it is told; health and metrics are never refused. */
class RateLimitIT {

    @Test
    void letsACallerComeAgainWhenItHasWaited() {
        try (ServiceProcess service = ServiceProcess.builder()
                .on(TestDatabase.create())
                .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "1")
                .with("LOCKKEEPER_LIMITS_BURST", "5")
                .start()) {
            Client client = service.client();
            HttpResponse<String> refused = Stream.generate(() -> client.get("/api/v1/locks"))
                    .limit(1000)
                    .filter(answer -> answer.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();

            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            for (int i = 0; i < 50; i++) {
                assertThat(client.get("/health/readiness").statusCode()).isEqualTo(200);
                assertThat(new Client(service.url(), "").get("/prometheus").statusCode())
                        .isEqualTo(200);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> client.get("/api/v1/locks").statusCode() == 200);
            assertThat(new Client(service.url(), "").get("/prometheus").body())
                    .containsPattern("(?m)^lockkeeper_requests_limited_total [1-9]");
        }
    }

    @Test
    void slowsDownAnAddressThatGuessesWhereverItDoes() {
        try (ServiceProcess service = ServiceProcess.builder()
                .on(TestDatabase.create())
                .with("LOCKKEEPER_LIMITS_FAILURES_PER_SECOND", "1")
                .with("LOCKKEEPER_METRICS_OPEN", "false")
                .start()) {
            Client guesser = new Client(service.url(), "a-guess");
            String credentials = "?grant_type=refresh_token&client_id=1&client_secret=a&refresh_token=b";

            mustBeRefused(() -> guesser.get("/api/v1/locks"));
            mustBeRefused(() -> guesser.get("/prometheus"));
            mustBeRefused(() -> guesser.send("POST", "/oauth/v2/token" + credentials, ""));
            assertThat(guesser.get("/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    private static void mustBeRefused(Supplier<HttpResponse<String>> guess) {
        assertThat(Stream.generate(guess).limit(100).anyMatch(answer -> answer.statusCode() == 429))
                .isTrue();
    }
}
