package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the service's locks with asking PostgreSQL directly, which pgbench does: how many a second, how long they take,
 * and what reading and decisions cost beside. Both sides use one server with fsync on, and take turns. The service is the
 * packaged one. Slow is no failure; an answer that is not as it should be, or a change that is not stored, is one.
 */
public final class LockBenchmark {

    private static final String QUICK = "--quick";
    private static final String COUNT_UNAVAILABLE = "--count-unavailable";
    private static final String COMMAND = "bootstrap/benchmark/run";
    private static final List<String> OPTIONS = List.of(QUICK, COUNT_UNAVAILABLE);
    private static final String WANTED_IN_MEMORY = "at most 200 MiB";
    private static final int CREATED = 201;

    private final Bench bench;
    private final Plan plan;
    private final Figures figures = new Figures();

    private LockBenchmark(Bench bench, Plan plan) {
        this.bench = bench;
        this.plan = plan;
    }

    /**
     * Runs everything, prints what it found and, unless it was quick, writes it into docs/benchmarks.md.
     *
     * @param arguments the folder for the data, which must not exist; then {@code --quick}, for one short round of each
     *     and less of them; {@code --count-unavailable}, for counting answers 503 instead of failing on them, as
     *     is done for decisions in any case
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options = Stream.of(arguments)
                .skip(1)
                .flatMap(several -> Stream.of(several.split(" ", -1)))
                .filter(each -> !each.isEmpty())
                .toList();
        if (!OPTIONS.containsAll(options)) {
            throw new IllegalArgumentException("Options are " + OPTIONS + ", not " + options);
        }
        boolean quick = options.contains(QUICK);
        String found =
                measure(Path.of(arguments[0]), quick ? Plan.QUICK : Plan.FULL, options.contains(COUNT_UNAVAILABLE));
        if (!quick) {
            Section.ofDocs("benchmarks.md", "locks", COMMAND)
                    .write("`%s`, on %s: %s"
                            .formatted(
                                    String.join(" ", COMMAND, String.join(" ", options))
                                            .strip(),
                                    LocalDate.now(ZoneOffset.UTC),
                                    found));
        }
    }

    /**
     * Runs everything and prints what it found.
     *
     * @param data a folder that does not exist
     * @return what it found
     */
    static String measure(Path data, Plan plan, boolean countUnavailable) throws IOException {
        if (Files.exists(data)) {
            throw new IOException(data + " exists");
        }
        Path program = PgBench.find();
        String machine = Machine.describe();
        try (DurableServer server = DurableServer.start(data)) {
            DirectLocks direct = DirectLocks.createIn(server.create("direct"));
            TestDatabase database = server.create("lockkeeper");
            try (ServiceProcess service = ExtendedService.create()
                    .builder()
                    .on(database)
                    .with("MICRONAUT_SERVER_HOST", "127.0.0.1")
                    .start()) {
                PgBench pgbench = new PgBench(
                        program,
                        direct,
                        server.port(),
                        data,
                        () -> ProcessorTime.now(service.handle(), server.postmaster()));
                Bench bench = new Bench(server, database, service, pgbench, new Rounds(), countUnavailable);
                String found = "%s, %s, %s.\n\n%s"
                        .formatted(machine, server.version(), pgbench.version(), new LockBenchmark(bench, plan).run());
                System.out.println(found);
                return found;
            }
        }
    }

    private String run() throws IOException {
        configure(bench.client());
        String idle = Memory.resident(bench.service().handle());
        LockRounds locks = new LockRounds(bench, plan);
        locks.warmUp();
        locks.asFastAsAnswered(figures);
        locks.atRate(figures);
        new ReadRounds(bench, plan).measure(figures);
        figures.add("resident memory of the service, started and not used yet", idle, WANTED_IN_MEMORY);
        figures.add("– after all of this", Memory.resident(bench.service().handle()));
        return figures + "\n\n" + bench.rounds();
    }

    /** On a database of one's own no module has a configuration at first. */
    static void configure(Client client) {
        HttpResponse<String> answer = client.send(
                "POST",
                "/crm/v8/settings/record_locking_configurations?module=" + AskedDecisions.MODULE,
                "{\"record_locking_configurations\":[{\"lock_type\":\"manual\"}]}");
        if (answer.statusCode() != CREATED) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
