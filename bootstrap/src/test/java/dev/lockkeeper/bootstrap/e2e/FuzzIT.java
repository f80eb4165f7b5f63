package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.document.ApiDocument;
import dev.lockkeeper.bootstrap.fuzz.FuzzRun;
import dev.lockkeeper.bootstrap.fuzz.FuzzSummary;
import dev.lockkeeper.bootstrap.fuzz.StateFingerprint;
import dev.lockkeeper.domain.TestSeed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every call of the API document that the service shows, with what its schemas allow and with what nobody should send, for
 * half a minute or for {@code -Dfuzz.duration} seconds, and up to twice as long until each had its turn. {@code
 * -Dtest.seed} repeats what is sent.
 */
class FuzzIT {

    private static final Duration DURATION = Duration.ofSeconds(Long.getLong("fuzz.duration", 30));

    private static final TestDatabase DATABASE = TestDatabase.create();

    /** Revocations wait for the largest lag, and every call has its turn in this time. */
    private static final ServiceProcess SERVICE = ServiceProcess.builder()
            .on(DATABASE)
            .with("LOCKKEEPER_DECISIONS_MAX_LAG", "100ms")
            .start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void noRequestBringsTheServiceOutOfStep() throws Exception {
        Given.userWithoutPermissions(DATABASE, "fuzz.without-permissions");
        tokenWithoutScopes("fuzz.without-scopes");
        for (String module : List.of("Leads", "Deals", "Contacts", "Quotes", "Vendors", "Cases")) {
            Given.configuration(SERVICE.client(), module, "both");
        }
        channel("7", "fuzz.channel");
        ApiDocument served = ApiDocument.parse(
                SERVICE.client().get("/openapi/lockkeeper.yaml").body());

        FuzzSummary summary;
        try (StateFingerprint state = new StateFingerprint(DATABASE)) {
            FuzzRun run = new FuzzRun(
                    served,
                    URI.create(SERVICE.url()),
                    state,
                    TestSeed.random(FuzzIT.class),
                    ServiceProcess.TOKEN,
                    List.of("fuzz.without-permissions", "fuzz.without-scopes"));
            run.know("/zoho/notifications", Map.of("channel_id", "7", "token", "fuzz.channel"));
            run.know(
                    "/api/v1/records/{module}/{recordId}/access",
                    Map.of(
                            "module",
                            "Leads",
                            "recordId",
                            "5843104000000425565",
                            "user",
                            Long.toString(DATABASE.number("select min(id) from crm_user")),
                            "at_least_as_fresh",
                            "0"));
            summary = run.run(DURATION);
        }

        System.out.println(summary);
        assertThat(summary.faults()).isEmpty();
        assertThat(summary.neverAccepted()).as("never accepted").isEmpty();
        assertThat(summary.neverRefused()).as("never refused").isEmpty();
        stillLocksAndUnlocks(SERVICE.client());
    }

    private static void tokenWithoutScopes(String token) {
        DATABASE.execute("""
                insert into access_token (user_id, token_hash, scopes, created_at)
                select user_id, sha256('%s'), '{some.other.scope}', now() from access_token limit 1
                """.formatted(token));
    }

    private static void channel(String id, String token) {
        DATABASE.execute("""
                insert into crm_channel (id, module_id, token_hash, expires_at, opened)
                values (%s, 1, sha256('%s'), now() + interval '1 day', true)
                """.formatted(id, token));
    }

    private static void stillLocksAndUnlocks(Client client) {
        assertThat(client.send("POST", "/api/v1/modules", "{\"api_name\":\"After_The_Fuzz\"}")
                        .statusCode())
                .isEqualTo(201);
        Given.configuration(client, "After_The_Fuzz", "manual");
        String lock = Client.lockId(client.lock("After_The_Fuzz", 1));
        assertThat(client.lock("After_The_Fuzz", 1).statusCode()).isEqualTo(403);
        assertThat(client.unlock("After_The_Fuzz", 1, lock).statusCode()).isEqualTo(200);
        assertThat(client.list("After_The_Fuzz", 1).statusCode()).isEqualTo(204);
    }
}
