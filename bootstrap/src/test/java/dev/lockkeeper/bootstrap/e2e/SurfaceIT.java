package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged service answers beside its contract: nothing, and only health and metrics without a token. */
class SurfaceIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ServiceProcess SERVICE =
            ServiceProcess.builder().on(DATABASE).start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/token_info",
                "/login",
                "/logout",
                "/oauth/access_token",
                "/keys",
                "/beans",
                "/env",
                "/info",
                "/loggers",
                "/metrics",
                "/metrics/jvm.memory.used",
                "/flyway",
                "/liquibase",
                "/configurations",
                "/environment",
                "/serverStop",
                "/refresh",
                "/routes",
                "/stop",
                "/threaddump",
                "/caches",
                "/oauth/introspect",
                "/swagger-ui"
            })
    void doesNotServeTheFrameworksOwnEndpoints(String path) {
        for (String method : new String[] {"GET", "POST"}) {
            HttpResponse<String> answer = SERVICE.client().send(method, path, "");

            assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(404);
            assertThat(answer.body()).contains("\"code\":\"INVALID_URL_PATTERN\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/crm/v8/Leads/1/Locking_Information__s?fields=id", "/crm/v8/settings/modules",
                "/crm/v8/settings/fields?module=Leads", "/api/v1/locks", "/api/v1/records/Leads/1/history"
            })
    void answersNothingWithoutAValidToken(String path) {
        assertThat(new Client(SERVICE.url(), "some-other.token").get(path).statusCode())
                .isEqualTo(401);
        assertThat(new Client(SERVICE.url(), "").get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void tellsItsHealthToEveryone() {
        for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            assertThat(new Client(SERVICE.url(), "some-other.token").get(path).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void asksForPermissionAsZohoDoes() {
        Given.configuration(SERVICE.client(), "Quotes", "manual");
        Given.userWithoutPermissions(DATABASE, "standard.user");
        Client standard = new Client(SERVICE.url(), "standard.user");
        String lock = Client.lockId(SERVICE.client().lock("Quotes", 1));

        assertThat(standard.lock("Quotes", 2).statusCode()).isEqualTo(403);
        assertThat(standard.list("Quotes", 1).body())
                .contains("\"$editable\":false", "\"$sharing_permission\":\"read_only\"");
        assertThat(standard.unlock("Quotes", 1, lock).body())
                .isEqualTo("{\"code\":\"NO_PERMISSION\",\"details\":{\"resource_path_index\":1},"
                        + "\"message\":\"You do not have permission to unlock this record\",\"status\":\"error\"}");
        assertThat(SERVICE.client().unlock("Quotes", 1, lock).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesManualLocksWhereOnlyRulesLock() {
        Given.configuration(SERVICE.client(), "Vendors", "automatic");

        assertThat(SERVICE.client().lock("Vendors", 1).body())
                .contains("record cannot be locked, only automatic locking is configured");
        assertThat(SERVICE.client().lock("Products", 1).body())
                .contains("Required Record Locking Configuration is not present");
    }
}
