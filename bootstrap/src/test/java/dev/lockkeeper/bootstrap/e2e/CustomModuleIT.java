package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A custom module, added through one of two processes on one database, is at once known to the other. */
class CustomModuleIT {

    private static final String FIELDS = "/crm/v8/settings/fields?module=Visits";
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ServiceProcess ONE =
            ServiceProcess.builder().on(DATABASE).start();
    private static final ServiceProcess OTHER =
            ServiceProcess.builder().on(DATABASE).start();

    @BeforeAll
    static void otherHasLookedBefore() {
        assertThat(OTHER.client().get(FIELDS).statusCode()).isEqualTo(400);
        assertThat(OTHER.client().get("/crm/v8/settings/modules").body()).doesNotContain("Visits");
    }

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
    }

    @Test
    void isKnownToBothAtOnce() {
        HttpResponse<String> added = ONE.client()
                .send(
                        "POST",
                        "/api/v1/modules",
                        "{\"api_name\":\"Visits\",\"fields\":[{\"api_name\":\"City\",\"data_type\":\"text\"}]}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(OTHER.client().get(FIELDS).body()).contains("\"api_name\":\"City\"");
        assertThat(OTHER.client().get("/crm/v8/settings/modules").body()).contains("\"module_name\":\"CustomModule1\"");
        assertThat(OTHER.client().lock("Visits", 1).body()).contains("Required Record Locking Configuration");

        HttpResponse<String> changed = OTHER.client()
                .send(
                        "PUT",
                        "/api/v1/modules/visits/fields",
                        "{\"fields\":[{\"api_name\":\"Town\",\"data_type\":\"text\"}]}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(ONE.client().get(FIELDS).body()).contains("Town").doesNotContain("City");

        Given.configuration(OTHER.client(), "Visits", "manual");
        assertThat(ONE.client().lock("Visits", 1).statusCode()).isEqualTo(201);
        assertThat(OTHER.client().list("Visits", 1).body()).contains("\"api_name\":\"Visits\"");
    }
}
