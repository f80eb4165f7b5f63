package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.benchmark.Load.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures locks through one, two and three processes on one PostgreSQL, then through PgBouncer; each on a new database, which
 * has to have every change that was answered afterwards, and no gap among the revisions. Slow is no failure.
 */
public final class ScalingBenchmark {

    private static final String COMMAND = "bootstrap/benchmark/scaling";
    private static final int CONNECTIONS = 60;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final String ALONE = "1 process";

    /** How far revisions are from being one, two, three and so on, up to the counter. */
    private static final String GAPS = """
            select count(*) - count(distinct revision) + abs(count(*) - max(revision))
                + abs(max(revision) - (select value from revision_counter))
            from lock_event
            """;

    private final DurableServer server;
    private final Path data;
    private final ExtendedService packaged = ExtendedService.create();
    private final Rounds rounds = new Rounds();
    private final Figures figures = new Figures();
    private long changes;

    private ScalingBenchmark(DurableServer server, Path data) throws IOException {
        this.server = server;
        this.data = data;
    }

    /**
     * Runs everything, prints what it found, and writes it into docs/scaling.md.
     *
     * @param arguments the folder for the data, which must not exist
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Files.createDirectory(Path.of(arguments[0]));
        String machine = Machine.describe();
        try (DurableServer server = DurableServer.start(data.resolve("server"))) {
            String found = "%s, %s%s".formatted(machine, server.version(), new ScalingBenchmark(server, data).run());
            System.out.println(found);
            Section.ofDocs("scaling.md", "scaling", COMMAND)
                    .write("`%s`, on %s: %s".formatted(COMMAND, LocalDate.now(ZoneOffset.UTC), found));
        } finally {
            FolderRemoval.remove(data);
        }
    }

    private String run() throws IOException {
        String used = "";
        measure(1, ALONE);
        measure(2, "2 processes");
        measure(3, "3 processes");
        Optional<Path> program = Pooler.find();
        if (program.isPresent()) {
            used = ", " + measureThrough(program.get(), 1, "1 process through PgBouncer");
            measureThrough(program.get(), 2, "2 processes through PgBouncer");
        }
        figures.add(
                "changes that were answered, each of which has a revision, without a gap", "%,d".formatted(changes));
        return used + ".\n\n" + figures + "\n\n" + rounds;
    }

    private void measure(int processes, String what) throws IOException {
        TestDatabase database = server.create(name(what));
        measure(processes, what, database, database, true, List.of());
    }

    private String measureThrough(Path program, int processes, String what) throws IOException {
        TestDatabase database = server.create(name(what));
        try (Pooler pooler = Pooler.start(program, data, server.port(), database)) {
            measure(processes, what, database, pooler.pooled(), false, List.of(pooler.handle()));
            return pooler.version();
        }
    }

    private static String name(String what) {
        return "of_" + what.replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    /** @param beside processes whose time counts as the service's */
    private void measure(
            int processes,
            String what,
            TestDatabase database,
            TestDatabase reached,
            boolean listens,
            List<ProcessHandle> beside)
            throws IOException {
        try (Fleet fleet = new Fleet()) {
            for (int process = 0; process < processes; process++) {
                fleet.add(packaged.builder()
                        .on(reached)
                        .with("MICRONAUT_SERVER_HOST", "127.0.0.1")
                        .with("LOCKKEEPER_DECISIONS_LISTEN", Boolean.toString(listens))
                        .start());
            }
            LockBenchmark.configure(fleet.first().client().unchecked());
            fleet.drive(CONNECTIONS, WARM_UP);
            List<ProcessHandle> handles = new ArrayList<>(fleet.handles());
            handles.addAll(beside);
            for (int round = 0; round < ROUNDS; round++) {
                ProcessorTime before = ProcessorTime.now(handles, server.postmaster());
                Answered answered = fleet.drive(CONNECTIONS, ROUND);
                ProcessorTime after = ProcessorTime.now(handles, server.postmaster());
                rounds.add(Round.of(
                        what,
                        answered.perSecond(),
                        answered.latencies(),
                        before.sharesUntil(after),
                        answered.unavailable()));
            }
            verify(what, database, fleet.changes());
        }
        if (!what.equals(ALONE)) {
            compare(what);
        }
    }

    private void compare(String what) {
        double alone = rounds.median(ALONE).perSecond();
        double together = rounds.median(what).perSecond();
        figures.add(
                "lock and unlock, %d connections in all: %s ÷ %s".formatted(CONNECTIONS, what, ALONE),
                "%,.0f a second ÷ %,.0f a second = %.2f".formatted(together, alone, together / alone));
    }

    private void verify(String what, TestDatabase database, long answered) {
        long stored = database.number("select count(*) from lock_event");
        long locks = database.number("select count(*) from record_lock");
        long gaps = database.number(GAPS);
        if (stored != answered || locks != 0 || gaps != 0) {
            throw new IllegalStateException(
                    "%s: %,d changes were answered, %,d are stored and leave %,d locks; gaps: %,d"
                            .formatted(what, answered, stored, locks, gaps));
        }
        changes += answered;
    }
}
