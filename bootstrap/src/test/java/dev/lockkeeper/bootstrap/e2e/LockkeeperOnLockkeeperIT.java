package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One service that lets another decide, which speaks Zoho's contract as Zoho does. */
class LockkeeperOnLockkeeperIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestDatabase deciding = TestDatabase.create();
    private final TestDatabase remembering = TestDatabase.create();

    @Test
    void locksThroughAnother() {
        try (ServiceProcess above = ServiceProcess.builder().on(deciding).start()) {
            Client decider = above.client();
            Given.configuration(decider, "Deals", "both");
            try (ServiceProcess below = below(above).start()) {
                await().atMost(SOON).until(() -> ZohoService.readiness(below).startsWith("200"));
                throughBoth(decider, below.client());
            }
        }
    }

    private ServiceProcess.Builder below(ServiceProcess above) {
        String registered = above.client()
                .send("POST", "/api/v1/clients", """
                        {"name":"below","user_id":"%s","scopes":["ZohoCRM.modules.ALL",
                        "ZohoCRM.modules.lockinginformation.ALL","ZohoCRM.settings.ALL"]}""".formatted(first(
                        "\"id\":\"(\\d+)\"", above.client().get("/api/v1/users").body())))
                .body();
        return ServiceProcess.builder()
                .on(remembering)
                .with("LOCKKEEPER_AUTHORITY", "zoho")
                .with("ZOHO_ACCOUNTS_URL", above.url())
                .with("ZOHO_API_URL", above.url())
                .with("ZOHO_CLIENT_ID", first("\"client_id\":\"([^\"]+)\"", registered))
                .with("ZOHO_CLIENT_SECRET", first("\"client_secret\":\"([^\"]+)\"", registered))
                .with("ZOHO_REFRESH_TOKEN", first("\"refresh_token\":\"([^\"]+)\"", registered));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static void throughBoth(Client above, Client below) {
        HttpResponse<String> locked = below.lock("Deals", 7);
        assertThat(locked.statusCode()).as(locked.body()).isEqualTo(201);
        String lock = Client.lockId(locked);
        assertThat(above.list("Deals", 7).body()).contains("\"id\":\"" + lock + "\"");
        assertThat(below.list("Deals", 7).body()).contains("\"id\":\"" + lock + "\"");
        assertThat(below.lock("Deals", 7).statusCode()).isEqualTo(403);

        HttpResponse<String> changed = below.send(
                "PUT", Client.path("Deals", 7) + "/" + lock, "{\"data\":[{\"Locked_Reason__s\":\"another\"}]}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(above.list("Deals", 7).body()).contains("\"Locked_Reason__s\":\"another\"");
        assertThat(below.unlock("Deals", 7, lock).statusCode()).isEqualTo(200);
        assertThat(above.list("Deals", 7).statusCode()).isEqualTo(204);

        // Behind its back, and refused in the words of the one that decides.
        String theirs = Client.lockId(above.lock("Deals", 8));
        assertThat(below.lock("Deals", 8).body()).contains("record is already locked");
        assertThat(below.list("Deals", 8).body()).contains("\"id\":\"" + theirs + "\"");
        above.unlock("Deals", 8, theirs);
        assertThat(below.unlock("Deals", 8, theirs).statusCode()).isEqualTo(400);
        assertThat(below.list("Deals", 8).statusCode()).isEqualTo(204);

        String configurations = "/crm/v8/settings/record_locking_configurations?module=";
        assertThat(below.get(configurations + "Deals").body())
                .isEqualTo(above.get(configurations + "Deals").body());
        HttpResponse<String> made = below.send(
                "POST", configurations + "Leads", "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"}]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(below.lock("Leads", 9).statusCode()).isEqualTo(201);
        assertThat(above.list("Leads", 9).statusCode()).isEqualTo(200);
    }
}
