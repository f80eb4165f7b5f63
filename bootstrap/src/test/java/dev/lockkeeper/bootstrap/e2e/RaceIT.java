package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.history.History;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many callers, one record or a few: through one process, and through two on one database. */
class RaceIT {

    private static final int CALLERS = 200;
    private static final int ROUNDS = 20;
    private static final int KILLS = 2;
    private static final int CHANGERS = 24;
    private static final int CALLS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
        Given.configuration(SERVICES.getFirst().client(), "Contacts", "manual");
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
        assertThat(DATABASE.number("select max(count) from (select count(*) from lock_event"
                        + " where record_id <= %d group by module_id, record_id) events".formatted(ROUNDS)))
                .as("events of a record")
                .isOne();
        assertRevisionsHaveNoGaps();
    }

    private static void assertRevisionsHaveNoGaps() {
        assertThat(DATABASE.number("select count(*) from lock_event"))
                .isEqualTo(DATABASE.number("select value from revision_counter"))
                .isEqualTo(DATABASE.number("select max(revision) from lock_event"));
    }

    /** Seeded: {@link TestSeed}. */
    @Test
    void answersWhatOneOrderExplainsThoughAProcessIsKilledInTheMiddle() throws Exception {
        Random random = TestSeed.random(RaceIT.class);
        History history = new History();
        List<RecordKey> keys = LongStream.rangeClosed(ROUNDS + 1, ROUNDS + 8)
                .mapToObj(record -> new RecordKey(new ModuleId(1), new RecordId(record)))
                .toList();
        RecordedCalls calls = new RecordedCalls("Contacts", keys, history);
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = history.size() + 100 + random.nextInt(300);
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> running = started(callers, calls, random);
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(PATIENCE)
                        .until(() ->
                                history.size() >= enough || running.stream().allMatch(Future::isDone));
                SERVICES.get(1).kill();
                finish(running);
            }
            SERVICES.set(1, ServiceProcess.builder().on(DATABASE).start());
        }
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            finish(started(callers, calls, random));
        }
        System.out.printf("operations %d, of which nobody knows what came %d%n", history.size(), history.lost());
        history.verify();
        assertRevisionsHaveNoGaps();
    }

    private static List<Future<?>> started(ExecutorService threads, RecordedCalls calls, Random random) {
        List<Client> clients =
                SERVICES.stream().map(service -> service.client().unchecked()).toList();
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < CHANGERS; caller++) {
            Random own = new Random(random.nextLong());
            running.add(threads.submit(() -> {
                for (int call = 0; call < CALLS; call++) {
                    calls.callAny(clients.get(own.nextInt(clients.size())), own);
                }
            }));
        }
        return running;
    }

    private static void finish(List<Future<?>> running) throws Exception {
        for (Future<?> each : running) {
            each.get();
        }
    }
}
