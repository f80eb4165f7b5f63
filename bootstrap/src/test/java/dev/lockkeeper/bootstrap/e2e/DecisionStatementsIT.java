package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions cost no statement: what is sent to the database does not depend on how many are asked for. */
class DecisionStatementsIT {

    private static final int DECISIONS = 1_000;

    /** How often the index is brought up to date, by two statements sent together; timers have some of their own. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private static final int STATEMENTS_A_POLL = 2;

    private static final int OTHERS = 100;

    private final TestDatabase database = TestDatabase.create();
    private final CountingProxy network;
    private final ServiceProcess service;

    DecisionStatementsIT() throws Exception {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        network = new CountingProxy(server.getHost(), server.getPort() < 0 ? 5432 : server.getPort());
        service = ServiceProcess.builder()
                .on(database)
                .with(
                        "DATASOURCES_DEFAULT_URL",
                        database.url().replaceFirst("//[^/]*/", "//127.0.0.1:" + network.port() + "/"))
                .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "0")
                .start();
        Given.configuration(service.client(), "Leads", "manual");
        service.client().lock("Leads", 1);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        network.close();
    }

    @Test
    void sendsNoStatementForADecision() {
        Decisions decisions = new Decisions(service.client().unchecked());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::isIndexLoaded);
        HttpResponse<String> first = decisions.update(1);
        assertThat(Decisions.reason(first)).isEqualTo("locked");

        long before = network.statements();
        long began = System.nanoTime();
        for (int i = 0; i < DECISIONS; i++) {
            assertThat(Decisions.reason(decisions.update(1 + i % 2))).isEqualTo(i % 2 == 0 ? "locked" : "not_locked");
        }
        long took = System.nanoTime() - began;

        assertThat(network.statements() - before)
                .as("statements in %s", Duration.ofNanos(took))
                .isLessThan(STATEMENTS_A_POLL * (took / POLL_INTERVAL.toNanos()) + OTHERS);
    }

    private boolean isIndexLoaded() {
        return service.client()
                .get("/prometheus")
                .body()
                .lines()
                .anyMatch(line -> line.equals("lockkeeper_decisions_index_locks 1.0"));
    }
}
