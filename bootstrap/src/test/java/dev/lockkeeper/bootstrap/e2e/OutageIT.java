package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.HeldCounter;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away, or is slow: callers hear at once, and hear the truth; nothing hangs, and all comes back. */
class OutageIT {

    /** So many wait for a commit at most. */
    private static final int WAITING = 3;

    private static final Executor CALLERS = Thread::startVirtualThread;

    private final TestDatabase database = TestDatabase.create();
    private final CuttableProxy network;
    private final ServiceProcess service;
    private final Client client;

    OutageIT() throws Exception {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        network = new CuttableProxy(server.getHost(), server.getPort() < 0 ? 5432 : server.getPort());
        service = ServiceProcess.builder()
                .on(database)
                .with(
                        "DATASOURCES_DEFAULT_URL",
                        database.url().replaceFirst("//[^/]*/", "//127.0.0.1:" + network.port() + "/"))
                .with("LOCKKEEPER_DATABASE_STATEMENT_TIMEOUT", "4s")
                .with("DATASOURCES_DEFAULT_CONNECTION_TIMEOUT", "1000")
                .with("LOCKKEEPER_COMMITS_CALLERS", Integer.toString(WAITING))
                .start();
        client = service.client();
    }

    @BeforeEach
    void configure() {
        Given.configuration(client, "Leads", "manual");
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        network.close();
    }

    @Test
    void answers503WhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() {
        assertThat(client.lock("Leads", 1).statusCode()).isEqualTo(201);

        network.cut();
        // What was sent on a connection that was in use a moment ago may have arrived.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertSaysThatNothingWasChanged(client.lock("Leads", 2)));
        assertThat(client.get("/api/v1/locks").statusCode()).isEqualTo(503);
        assertThat(client.get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(client.unchecked().get("/health/liveness/").statusCode())
                .as("whatever the spelling")
                .isEqualTo(200);
        assertThat(client.get("/docs").statusCode()).isEqualTo(200);
        assertThat(client.get("/health/readiness").statusCode()).isEqualTo(503);

        network.restore();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(client.get("/health/readiness").statusCode()).isEqualTo(200));
        assertThat(client.lock("Leads", 3).statusCode()).isEqualTo(201);
        assertThat(client.list("Leads", 1).statusCode()).isEqualTo(200);
    }

    private static void assertSaysThatNothingWasChanged(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).isEqualTo("""
                {"code":"INTERNAL_ERROR","details":{},"message":"Internal Server Error","status":"error"}""");
    }

    @Test
    void saysThatAChangeIsPendingWhenTheDatabaseGoesAwayInTheMiddleOfIt() throws Exception {
        try (HeldCounter counter = new HeldCounter(database)) {
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> client.lock("Leads", 1));
            counter.awaitWaiting(1);
            network.cut();

            assertThat(answer.get().statusCode()).isEqualTo(503);
            assertThat(answer.get().body()).contains("\"details\":{\"pending\":true}");
        }
    }

    @Test
    void givesUpASlowStatementAndRefusesWhoeverComesWhenTooManyWait() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> others;
        try (HeldCounter counter = new HeldCounter(database)) {
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> client.lock("Leads", 1));
            counter.awaitWaiting(1);
            others = LongStream.rangeClosed(2, 10)
                    .mapToObj(record -> CompletableFuture.supplyAsync(() -> client.lock("Leads", record), CALLERS))
                    .toList();
            Awaitility.await()
                    .until(() -> others.stream().filter(Future::isDone).count() == others.size() - (WAITING - 1));
            assertThat(answer).isNotDone();
            others.stream().filter(Future::isDone).forEach(refused -> assertSaysThatNothingWasChanged(refused.join()));

            assertSaysThatNothingWasChanged(answer.get());
        }
        assertThat(others)
                .filteredOn(other -> other.join().statusCode() == 201)
                .as("those that waited")
                .hasSize(WAITING - 1);
        assertThat(client.list("Leads", 1).statusCode()).as("not locked").isEqualTo(204);
        assertThat(client.lock("Leads", 1).statusCode()).isEqualTo(201);
    }
}
