package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two processes on one database: what one of them takes away, the other does not grant any more. */
class RevocationIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LOCKS = "/api/v1/locks";
    private static final int REVOCATIONS = 3;
    private static final int CALLS = 20;
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ServiceProcess ONE =
            ServiceProcess.builder().on(DATABASE).start();
    private static final ServiceProcess OTHER =
            ServiceProcess.builder().on(DATABASE).start();

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void aTokenThatOneProcessRevokesIsRefusedByTheOtherAtOnce() throws Exception {
        JsonNode issued = post(
                "/api/v1/tokens",
                "{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.locks.read\"]}".formatted(user("Revoked")));
        Client bearer = new Client(OTHER.url(), issued.path("token").asText());
        assertThat(bearer.get(LOCKS).statusCode()).isEqualTo(200);

        Instant before = Instant.now();
        assertThat(ONE.client()
                        .send("DELETE", "/api/v1/tokens/" + issued.path("id").asText(), "")
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> refused = bearer.get(LOCKS);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(401);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    /** For decisions, tokens are remembered. */
    @Test
    void aTokenForDecisionsThatOneProcessRevokesIsRefusedByTheOtherAtOnce() throws Exception {
        String user = user("Asking");
        for (int i = 0; i < REVOCATIONS; i++) {
            JsonNode issued = post(
                    "/api/v1/tokens", "{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.decisions\"]}".formatted(user));
            Decisions bearer =
                    new Decisions(new Client(OTHER.url(), issued.path("token").asText()));
            for (int j = 0; j < CALLS; j++) {
                assertThat(known(bearer)).isEqualTo(200);
            }

            ONE.client().send("DELETE", "/api/v1/tokens/" + issued.path("id").asText(), "");

            assertThat(bearer.update(1).statusCode()).isNotEqualTo(200);
            assertThat(known(bearer)).isEqualTo(401);
        }
    }

    /** The status of an answer that says more than that nothing is known. */
    private static int known(Decisions decisions) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> decisions.update(1).statusCode(), status -> status != 503);
    }

    @Test
    void aProfileThatOneProcessChangesCountsForTheOtherAtOnce() throws Exception {
        String user = user("Demoted");
        String token = post("/api/v1/tokens", "{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.admin\"]}".formatted(user))
                .path("token")
                .asText();
        Client bearer = new Client(OTHER.url(), token);
        assertThat(bearer.get("/api/v1/users").statusCode()).isEqualTo(403);

        put("Demoted", "\"administer\"");
        assertThat(bearer.get("/api/v1/users").statusCode()).isEqualTo(200);
        put("Demoted", "");

        assertThat(bearer.get("/api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorSeesWhenATokenWasUsedLast() throws Exception {
        JsonNode issued = post(
                "/api/v1/tokens",
                "{\"user_id\":\"%s\",\"scopes\":[\"lockkeeper.locks.read\"]}".formatted(user("Watched")));
        Instant before = Instant.now();
        new Client(OTHER.url(), issued.path("token").asText()).get(LOCKS);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode listed = listed(issued.path("id").asText());
            assertThat(listed.path("last_used_at").isTextual()).isTrue();
            assertThat(Instant.parse(listed.path("last_used_at").asText())).isAfter(before.minusSeconds(1));
        });
    }

    @Test
    void theLastAdministratorsTokenStays() throws Exception {
        JsonNode tokens = JSON.readTree(ONE.client().get("/api/v1/tokens").body());

        HttpResponse<String> refused = ONE.client()
                .send("DELETE", "/api/v1/tokens/" + tokens.at("/items/0/id").asText(), "");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(OTHER.client().get("/api/v1/tokens").statusCode()).isEqualTo(200);
    }

    private static JsonNode listed(String id) throws Exception {
        for (JsonNode token : JSON.readTree(
                        ONE.client().get("/api/v1/tokens?limit=200").body())
                .path("items")) {
            if (token.path("id").asText().equals(id)) {
                return token;
            }
        }
        throw new AssertionError("No token " + id);
    }

    /** Makes a user of a profile of the same name, without permissions. */
    private static String user(String name) throws Exception {
        put(name, "");
        return post("/api/v1/users", "{\"name\":\"%1$s\",\"profile\":\"%1$s\"}".formatted(name))
                .path("id")
                .asText();
    }

    private static void put(String profile, String permissions) {
        assertThat(ONE.client()
                        .send("PUT", "/api/v1/profiles/" + profile, "{\"permissions\":[%s]}".formatted(permissions))
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = ONE.client().send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }
}
