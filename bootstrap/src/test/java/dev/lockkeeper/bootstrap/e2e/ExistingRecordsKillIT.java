package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.TestSeed;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Kills the process that locks existing records at random moments: in the end
 * exactly the records that match are locked, each once.
 */
class ExistingRecordsKillIT {

    private static final int ROUNDS = 20;
    private static final int RECORDS = 2000;
    private static final int RECORDS_A_REPORT = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random = TestSeed.random(ExistingRecordsKillIT.class);
    private final TestDatabase database = TestDatabase.create();

    @Test
    void locksExactlyTheMatchingRecordsWhateverIsKilled() throws Exception {
        int killedInTheMiddle = 0;
        ServiceProcess service = start();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String module = "Round" + round;
                report(service.client(), module);
                HttpResponse<String> created =
                        Given.configuration(service.client(), module, "both", Given.rule("won", "Stage", "Won", true));
                String job = created.headers().firstValue("Lockkeeper-Job").orElseThrow();

                long reached = awaitProgress(job, random.nextLong(RECORDS));
                service.kill();
                killedInTheMiddle += reached < RECORDS ? 1 : 0;
                service = start();

                assertMatchingAreLocked(service.client(), module, job);
            }
        } finally {
            service.close();
        }
        assertThat(killedInTheMiddle)
                .as("rounds in which the kill came in time")
                .isGreaterThan(ROUNDS / 2);
        assertThat(database.number("select value from revision_counter"))
                .isEqualTo(database.number("select count(*) from lock_event"));
    }

    private ServiceProcess start() {
        return ServiceProcess.builder()
                .on(database)
                .with("LOCKKEEPER_JOBS_HEARTBEAT", "200ms")
                .start();
    }

    /** Every other record matches the rule to come. */
    private static void report(Client client, String module) {
        HttpResponse<String> added = client.send(
                "POST",
                "/api/v1/modules",
                "{\"api_name\":\"%s\",\"fields\":[{\"api_name\":\"Stage\",\"data_type\":\"text\"}]}".formatted(module));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        for (long first = 1; first <= RECORDS; first += RECORDS_A_REPORT) {
            String records = LongStream.range(first, first + RECORDS_A_REPORT)
                    .mapToObj(id -> "{\"id\":\"%d\",\"name\":\"r\",\"fields\":{\"Stage\":\"%s\"}}"
                            .formatted(id, id % 2 == 0 ? "won" : "lost"))
                    .collect(Collectors.joining(","));
            HttpResponse<String> reported =
                    client.send("POST", "/api/v1/records/" + module, "{\"records\":[" + records + "]}");
            assertThat(reported.statusCode()).as(reported.body()).isEqualTo(200);
        }
    }

    /** Waits until the job has looked at so many records, and says how many it has then. */
    private long awaitProgress(String job, long records) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("select done from job where id = ?")) {
            statement.setLong(1, Long.parseLong(job));
            long done = done(statement);
            while (done < records) {
                done = done(statement);
            }
            return done;
        }
    }

    private static long done(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong("done");
        }
    }

    private void assertMatchingAreLocked(Client client, String module, String job) {
        String shown = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.get("/api/v1/jobs/" + job).body(), body -> body.contains("\"state\":\"done\""));
        assertThat(shown)
                .as(module)
                .contains("\"total\":" + RECORDS, "\"done\":" + RECORDS, "\"locked\":" + RECORDS / 2);
        long id = database.number("select id from custom_module where api_name = '%s'".formatted(module));
        assertThat(database.number(("select count(*) from record_lock where module_id = %d"
                                + " and source = 'automatic' and record_id %% 2 = 0")
                        .formatted(id)))
                .as("matching records that are locked in %s", module)
                .isEqualTo(RECORDS / 2)
                .as("locks in %s", module)
                .isEqualTo(database.number("select count(*) from record_lock where module_id = " + id))
                .as("events in %s", module)
                .isEqualTo(database.number("select count(*) from lock_event where module_id = " + id));
    }
}
