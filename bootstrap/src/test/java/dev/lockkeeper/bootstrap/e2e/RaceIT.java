package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many callers, one record: through one process, and through two on one database. */
class RaceIT {

    private static final int CALLERS = 200;
    private static final int ROUNDS = 20;
    private static final String REFUSED = "{\"code\":\"NOT_ALLOWED\",\"details\":{\"resource_path_index\":1},"
            + "\"message\":\"record is already locked\",\"status\":\"error\"}";

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final List<ServiceProcess> SERVICES = new ArrayList<>();

    @BeforeAll
    static void start() {
        SERVICES.add(ServiceProcess.builder().on(DATABASE).start());
        SERVICES.add(ServiceProcess.builder().on(DATABASE).start());
        Given.configuration(SERVICES.getFirst().client(), "Leads", "manual");
        Given.configuration(SERVICES.getFirst().client(), "Deals", "both");
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(ServiceProcess::close);
    }

    @Test
    void givesOneOfManyCallersTheLock() throws Exception {
        race("Leads", SERVICES.subList(0, 1));
    }

    @Test
    void givesOneOfManyCallersTheLockThroughTwoProcesses() throws Exception {
        race("Deals", SERVICES);
    }

    private static void race(String module, List<ServiceProcess> services) throws Exception {
        List<Client> clients = services.stream().map(ServiceProcess::client).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long record = 1; record <= ROUNDS; record++) {
                long contested = record;
                List<Callable<HttpResponse<String>>> calls = IntStream.range(0, CALLERS)
                        .<Callable<HttpResponse<String>>>mapToObj(
                                i -> () -> clients.get(i % clients.size()).lock(module, contested))
                        .toList();

                List<HttpResponse<String>> answers = new ArrayList<>();
                for (Future<HttpResponse<String>> answer : threads.invokeAll(calls)) {
                    answers.add(answer.get());
                }

                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 201)
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 403)
                        .hasSize(CALLERS - 1)
                        .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(REFUSED));
            }
        }
        assertThat(DATABASE.number("select count(*) from lock_event"))
                .as("one event, one revision, without gaps")
                .isEqualTo(DATABASE.number("select max(revision) from lock_event"))
                .isEqualTo(DATABASE.number("select count(*) from record_lock"));
    }
}
