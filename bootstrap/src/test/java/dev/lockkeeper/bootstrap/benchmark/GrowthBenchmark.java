package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures what a service becomes with the years: calls at a fixed rate with more and more active locks and a long history,
 * then what is left behind by many changes. On a PostgreSQL of its own with fsync on, whose data are removed at the end; the
 * service is the packaged one. Slow is no failure, but an answer that is not as it should be is.
 */
public final class GrowthBenchmark {

    private static final String SMALL = "--small";
    private static final String COMMAND = "bootstrap/benchmark/growth";
    private static final String WANTED_RATIO = "at most 1.3";
    private static final long GIGABYTE = 1L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CREATED = 201;

    private final GrowthPlan plan;
    private final TestDatabase database;
    private final GrownStore store;
    private final Figures figures = new Figures();

    /** For each number of locks. */
    private final List<Rounds> measured = new ArrayList<>();

    private GrowthBenchmark(GrowthPlan plan, TestDatabase database) {
        this.plan = plan;
        this.database = database;
        this.store = new GrownStore(database);
    }

    /**
     * Runs everything, prints what it found and, unless it was small, writes it into docs/benchmarks.md.
     *
     * @param arguments the folder for the data, which must not exist; then {@code --small}, for a store that is made within
     *     seconds
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options =
                Stream.of(arguments).skip(1).filter(each -> !each.isEmpty()).toList();
        if (!List.of(SMALL).containsAll(options)) {
            throw new IllegalArgumentException("The option is " + SMALL + ", not " + options);
        }
        boolean small = options.contains(SMALL);
        String found = measure(Path.of(arguments[0]), small ? GrowthPlan.SMALL : GrowthPlan.FULL);
        if (!small) {
            Section.ofDocs("benchmarks.md", "growth", COMMAND)
                    .write("`%s`, on %s: %s".formatted(COMMAND, LocalDate.now(ZoneOffset.UTC), found));
        }
    }

    /**
     * Runs everything and prints what it found.
     *
     * @param data a folder that does not exist, and does not afterwards
     * @return what it found
     */
    static String measure(Path data, GrowthPlan plan) throws IOException {
        if (Files.exists(data)) {
            throw new IOException(data + " exists");
        }
        Files.createDirectories(data);
        long free = Files.getFileStore(data).getUsableSpace() / GIGABYTE;
        if (free < plan.freeGigabytes()) {
            throw new IOException(
                    "%d GB have to be free in %s, where there are %d".formatted(plan.freeGigabytes(), data, free));
        }
        String machine = Machine.describe();
        try (DurableServer server = DurableServer.start(data.resolve("server"))) {
            String found = "%s, %s, the service with %s.\n\n%s"
                    .formatted(
                            machine,
                            server.version(),
                            plan.heap(),
                            new GrowthBenchmark(plan, server.create("lockkeeper")).run(server));
            System.out.println(found);
            return found;
        } finally {
            FolderRemoval.remove(data);
        }
    }

    private String run(DurableServer server) throws IOException {
        try (ServiceProcess service = service()) {
            prepare(service.client().unchecked());
        }
        said("history of %,d events".formatted(plan.events()), () -> store.addEvents(plan.events()));
        long locks = 1;
        for (long next : plan.locks()) {
            long before = locks;
            said("%,d active locks".formatted(next), () -> store.addLocks(before, next));
            locks = next;
            try (ServiceProcess service = service()) {
                measure(service, server, locks);
            }
        }
        ratios();
        try (ServiceProcess service = service()) {
            new Churn(store, plan, new GrowthCalls(service, server, locks)).measure(figures);
        }
        return figures.toString();
    }

    private ServiceProcess service() throws IOException {
        return ExtendedService.create()
                .builder()
                .on(database)
                .with("MICRONAUT_SERVER_HOST", "127.0.0.1")
                .with("JAVA_OPTS", plan.heap())
                .start();
    }

    /** On a database of one's own no module has a configuration at first. */
    private static void prepare(Client client) {
        expectCreated(client.send(
                "POST",
                "/crm/v8/settings/record_locking_configurations?module=" + AskedDecisions.MODULE,
                "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"}]}"));
        expectCreated(client.lock(AskedDecisions.MODULE, GrownStore.KNOWN_RECORD));
    }

    private static void expectCreated(HttpResponse<String> answer) {
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private void said(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        String took = "%.0f s".formatted((System.nanoTime() - began) / 1e9);
        System.out.println(what + ": " + took);
        figures.add("making a store with " + what, took);
    }

    private void measure(ServiceProcess service, DurableServer server, long locks) throws IOException {
        GrowthCalls calls = new GrowthCalls(service, server, locks);
        calls.awaitIndex(PATIENCE);
        calls.run(plan.perSecondAtFirst(), plan.warmUp());
        Rounds rounds = new Rounds();
        for (int round = 0; round < plan.rounds(); round++) {
            calls.run(plan.perSecond(), plan.round()).forEach(rounds::add);
        }
        for (String what : GrowthCalls.KINDS) {
            Round median = rounds.median(what);
            figures.add(
                    "%s, %,d locks, %,.0f a second: p50, p99".formatted(what, locks, plan.perSecond()),
                    "%.2f ms, %.2f ms".formatted(median.p50(), median.p99()));
        }
        measured.add(rounds);
        figures.add("sizes with %,d locks".formatted(locks), store.sizes());
        figures.add(
                "resident memory of the service with %,d locks".formatted(locks), Memory.resident(service.handle()));
    }

    private void ratios() {
        long few = plan.locks().getFirst();
        long many = plan.locks().getLast();
        for (String what : GrowthCalls.KINDS) {
            double with = measured.getLast().median(what).p99();
            double without = measured.getFirst().median(what).p99();
            figures.add(
                    "99th percentile of %s: %,d locks ÷ %,d".formatted(what, many, few),
                    "%.2f ms ÷ %.2f ms = %.2f".formatted(with, without, with / without),
                    WANTED_RATIO);
        }
    }
}
