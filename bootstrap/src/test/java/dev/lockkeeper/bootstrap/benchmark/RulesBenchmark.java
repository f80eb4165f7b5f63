package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures rules: their evaluation (JMH), bulk reports, and the job on existing records with what it does to single lock
 * calls. The service is the packaged one, on its embedded PostgreSQL with fsync on and with a small heap.
 */
public final class RulesBenchmark {

    private static final int RECORDS_A_REPORT = 1000;
    private static final int REPORTS = 200;
    private static final int CALLERS = 2;
    private static final int STORED_RECORDS = 1_000_000;
    private static final int LOCKS_PER_SECOND = 200;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration DURING_THE_JOB = Duration.ofSeconds(10);
    private static final String HEAP = "-Xmx192m";

    private final Client client;
    private long records;
    private long locks;

    private RulesBenchmark(Client client) {
        this.client = client;
    }

    /**
     * Runs everything and prints what it found.
     *
     * @param arguments the folder for the data of the service, which must not exist
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        evaluation();
        Path data = Path.of(arguments[0]);
        if (Files.exists(data)) {
            throw new IOException(data + " exists");
        }
        try (ServiceProcess service = ServiceProcess.builder()
                .on(data)
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "0")
                .javaOption(HEAP)
                .start()) {
            RulesBenchmark benchmark = new RulesBenchmark(service.client().unchecked());
            benchmark.bulkReports();
            benchmark.existingRecords();
        }
    }

    private static void evaluation() throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(CriteriaBenchmark.class.getSimpleName())
                        .addProfiler("gc")
                        .build())
                .run()) {
            Result<?> allocated =
                    Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"));
            System.out.printf(
                    "%s: %,.0f a second, %.3f bytes each%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    allocated.getScore());
        }
    }

    private void bulkReports() {
        configure("Leads", "Lead_Status", "Contacted", false);
        bulk("warm-up", 40, record -> record % 10 == 0);
        bulk("no record matches", REPORTS, record -> false);
        bulk("one record in ten is locked", REPORTS, record -> record % 10 == 0);
        bulk("every record is locked", REPORTS, record -> true);
    }

    private void bulk(String what, int reports, LongPredicate matches) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            bodies.add(report("Lead_Status", "Contacted", matches));
        }
        long begin = System.nanoTime();
        send("Leads", bodies);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("bulk reports, %s: %,.0f records a second%n", what, reports * RECORDS_A_REPORT / seconds);
    }

    private void existingRecords() {
        configure("Accounts", "Account_Type", "Partner", false);
        for (int stored = 0; stored < STORED_RECORDS; stored += REPORTS * RECORDS_A_REPORT) {
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < REPORTS; i++) {
                bodies.add(report("Account_Type", "Competitor", record -> record % 10 == 0));
            }
            send("Accounts", bodies);
        }
        configure("Deals", "Stage", "No such stage", false);
        Latencies warm = lockCalls(IDLE);
        Latencies idle = lockCalls(IDLE);
        String job = configured("Accounts");
        Latencies meanwhile = lockCalls(DURING_THE_JOB);
        String done = await(job);
        System.out.printf("single lock calls at %d a second, warm-up: %s%n", LOCKS_PER_SECOND, warm);
        System.out.printf("single lock calls at %d a second, idle: %s%n", LOCKS_PER_SECOND, idle);
        System.out.printf("single lock calls at %d a second, job begun: %s%n", LOCKS_PER_SECOND, meanwhile);
        System.out.printf("p99 ÷ p99 idle: %.2f%n", meanwhile.millisAt(99) / idle.millisAt(99));
        System.out.printf("job on %,d records, heap %s: %s%n%s%n", STORED_RECORDS, HEAP, took(done), done);
    }

    private Latencies lockCalls(Duration time) {
        long first = locks;
        locks += LOCKS_PER_SECOND * time.toSeconds() + 1;
        return Latencies.at(LOCKS_PER_SECOND, time, number -> expect(201, client.lock("Deals", 1 + first + number)));
    }

    /** Gives a module another configuration in place of the one that a fresh installation begins with. */
    private void configure(String module, String field, String value, boolean lockExistingRecords) {
        expect(200, client.send("DELETE", configurations(module) + "&ids=" + configurationOf(module), ""));
        expect(201, client.send("POST", configurations(module), configuration(field, value, lockExistingRecords)));
    }

    private String configurationOf(String module) {
        return find(client.get(configurations(module)).body(), "\"id\":\"([0-9]+)\",\"lock_type\"");
    }

    /** Adds the rule that one stored record in ten matches, and answers the job that this makes. */
    private String configured(String module) {
        String id = configurationOf(module);
        HttpResponse<String> changed = client.send(
                "PUT",
                "/crm/v8/settings/record_locking_configurations/%s?module=%s".formatted(id, module),
                configuration("Account_Type", "Competitor", true));
        return expect(200, changed).headers().firstValue("Lockkeeper-Job").orElseThrow();
    }

    private static String configurations(String module) {
        return "/crm/v8/settings/record_locking_configurations?module=" + module;
    }

    private static String configuration(String field, String value, boolean lockExistingRecords) {
        return """
                {"record_locking_configurations":[{"lock_type":"both","locking_rules":[
                  {"name":"%2$s","lock_existing_records":%3$s,
                   "criteria":{"comparator":"equal","field":{"api_name":"%1$s"},"value":"%2$s"}}]}]}
                """.formatted(field, value, lockExistingRecords);
    }

    private String report(String field, String matching, LongPredicate matches) {
        long first = records + 1;
        records += RECORDS_A_REPORT;
        return LongStream.rangeClosed(first, records)
                .mapToObj(id -> """
                        {"id":"%1$d","name":"Record %1$d","fields":{"%2$s":"%3$s","City":"Chennai","Phone":"555-%1$d",
                         "Industry":"Large Enterprise","Annual_Revenue":%1$d,"Email":"r%1$d@example.com"}}""".formatted(id, field, matches.test(id) ? matching : "none of these"))
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
    }

    private void send(String module, List<String> bodies) {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (String body : bodies) {
                answers.add(callers.submit(() -> client.send("POST", "/api/v1/records/" + module, body)));
            }
            for (Future<HttpResponse<String>> answer : answers) {
                expect(200, answer.get());
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A report was not answered", e);
        }
    }

    private String await(String job) {
        String shown = client.get("/api/v1/jobs/" + job).body();
        while (!shown.contains("\"state\":\"done\"")) {
            shown = client.get("/api/v1/jobs/" + job).body();
        }
        return shown;
    }

    private static String took(String job) {
        Instant started = Instant.parse(find(job, "\"started_at\":\"([^\"]+)\""));
        Instant finished = Instant.parse(find(job, "\"finished_at\":\"([^\"]+)\""));
        return "%.1f s".formatted(Duration.between(started, finished).toMillis() / 1000.0);
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
