package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that has lost the database answers nothing from the past, says so quickly, and recovers by itself. */
class DecisionOutageIT {

    private static final Duration MAX_LAG = Duration.ofMillis(500);
    private static final Duration WATCHED = Duration.ofSeconds(4);
    private static final Duration QUICK = Duration.ofSeconds(2);

    private final TestDatabase database = TestDatabase.create();
    private final CuttableProxy network;
    private final ServiceProcess there;
    private final ServiceProcess here;

    DecisionOutageIT() throws Exception {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        network = new CuttableProxy(server.getHost(), server.getPort() < 0 ? 5432 : server.getPort());
        there = ServiceProcess.builder().on(database).start();
        here = ServiceProcess.builder()
                .on(database)
                .with(
                        "DATASOURCES_DEFAULT_URL",
                        database.url().replaceFirst("//[^/]*/", "//127.0.0.1:" + network.port() + "/"))
                .start();
        Given.configuration(there.client(), "Leads", "manual");
    }

    @AfterEach
    void stop() throws Exception {
        here.close();
        there.close();
        network.close();
    }

    private record Issued(String id, String token) {}

    private Issued issued() {
        JsonNode users = Decisions.json(there.client().get("/api/v1/users"));
        JsonNode issued = Decisions.json(there.client()
                .send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.decisions\"]}"
                                .formatted(users.at("/items/0/id").asText())));
        return new Issued(issued.path("id").asText(), issued.path("token").asText());
    }

    @Test
    void answersNothingFromThePastWhileItIsCutOff() {
        HttpResponse<String> locked = there.client().lock("Leads", 1);
        Decisions decisions = new Decisions(here.client());
        String revision = locked.headers().firstValue("Lockkeeper-Revision").orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Decisions.reason(decisions.update(1, revision)).equals("locked"));

        Issued issued = issued();
        Decisions bearer = new Decisions(new Client(here.url(), issued.token()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Decisions.reason(bearer.update(1)).equals("locked"));

        network.cut();
        there.client().send("DELETE", "/api/v1/tokens/" + issued.id(), "");
        assertThat(bearer.update(1).statusCode()).as("after its revocation").isEqualTo(503);
        network.restore();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> bearer.update(1).statusCode() != 503);
        assertThat(bearer.update(1).statusCode()).isEqualTo(401);
        // Remembers the token once more: one that is not would be looked for in the store.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Decisions.reason(decisions.update(1)).equals("locked"));

        network.cut();
        there.client().unlock("Leads", 1, Client.lockId(locked));
        long unlocked = System.nanoTime();
        int refused = 0;
        for (long began = unlocked; began < unlocked + WATCHED.toNanos(); began = System.nanoTime()) {
            HttpResponse<String> answer = decisions.update(1);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(QUICK);
            if (answer.statusCode() == 503) {
                refused++;
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/plain");
            } else {
                assertThat(began - unlocked)
                        .as("nanoseconds after which it said %s", answer.body())
                        .isLessThan(MAX_LAG.toNanos());
            }
        }
        assertThat(refused).isPositive();
        assertThat(here.client().get("/api/v1/records/Leads/1/access?user=1").statusCode())
                .isEqualTo(503);

        network.restore();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Decisions.reason(decisions.update(1))).isEqualTo("not_locked"));
    }
}
