package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What Prometheus is told, and that callers cannot make it more than it can hold. */
class MetricsIT {

    private static final int MANY = 1000;

    private static final ServiceProcess SERVICE =
            ServiceProcess.builder().on(TestDatabase.create()).start();
    private static final Client ANYBODY = new Client(SERVICE.url(), "");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void areShownToAnybody() {
        HttpResponse<String> answer = ANYBODY.get("/prometheus");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void tellOfTheJvmTheDatabaseAndTheLimits() {
        assertThat(series())
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                .anyMatch(line -> line.startsWith("jvm_gc_"))
                .anyMatch(line -> line.startsWith("process_cpu_usage"))
                .anyMatch(line -> line.startsWith("hikaricp_connections_active{"))
                .anyMatch(line -> line.startsWith("hikaricp_connections_pending{"))
                .anyMatch(line -> line.startsWith("lockkeeper_requests_limited_total"));
    }

    @Test
    void tellOfCallsByTheirRoute() {
        Given.configuration(SERVICE.client(), "Leads", "manual");
        SERVICE.client().lock("Leads", 4711);

        assertThat(series())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count{")
                        && line.contains("method=\"POST\"")
                        && line.contains("status=\"201\"")
                        && line.contains("uri=\"/crm/{version}/{module"))
                .noneMatch(line -> line.contains("4711"));
    }

    @Test
    void canBeKeptForThoseWithAToken() {
        try (ServiceProcess service = ServiceProcess.builder()
                .on(TestDatabase.create())
                .with("LOCKKEEPER_METRICS_OPEN", "false")
                .start()) {
            assertThat(service.client().get("/prometheus").statusCode()).isEqualTo(200);
            assertThat(new Client(service.url(), "some-other.token")
                            .get("/prometheus")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(new Client(service.url(), "").get("/prometheus").statusCode())
                    .isEqualTo(401);
            Client nobody = new Client(service.url(), "").unchecked();
            for (String spelling : List.of("/prometheus/", "/prometheus?x=y", "/%70rometheus")) {
                assertThat(nobody.get(spelling).statusCode()).as(spelling).isIn(401, 404);
                assertThat(nobody.send("HEAD", spelling, "").statusCode())
                        .as(spelling)
                        .isIn(401, 404);
            }
            assertThat(new Client(service.url(), "").get("/health").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void doNotGrowWithTheAddressesThatAreAskedFor() {
        Client administrator = SERVICE.client();
        ask(administrator, 1);
        int before = series().size();

        for (int i = 2; i < MANY; i++) {
            ask(administrator, i);
        }

        List<String> after = series();
        assertThat(after).hasSizeLessThan(before + 20).noneMatch(line -> line.contains("address-" + (MANY - 1)));
    }

    /** One address of each kind, as it was never asked for before. */
    private static void ask(Client administrator, int number) {
        String name = "address-" + number;
        administrator.get("/" + name);
        administrator.get("/crm/v8/" + name + "/1/Locking_Information__s?fields=id");
        administrator.get("/api/v1/jobs/" + name);
        administrator.send("X" + number, "/api/v1/locks", "");
        ANYBODY.get("/" + name);
    }

    private static List<String> series() {
        return ANYBODY.get("/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
