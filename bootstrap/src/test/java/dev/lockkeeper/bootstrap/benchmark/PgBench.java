package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs pgbench, PostgreSQL's own load generator, on {@link DirectLocks}. */
final class PgBench {

    private static final String NAME = "pgbench";

    /** Where Debian has it, a folder for each version, behind a wrapper that takes a while to start. */
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private static final String MISSING = "pgbench is needed, which is neither on the PATH nor in " + DEBIAN
            + "/*/bin; on Debian: apt-get install postgresql";

    private static final Pattern PROCESSED = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    /** Of a line of its log: client, number, microseconds, of which the last count from when it was due. */
    private static final int MICROS = 2;

    private static final int MOST_THREADS = 2;

    private final Path program;
    private final DirectLocks locks;
    private final int port;
    private final Path folder;
    private final Path script;
    private final Supplier<ProcessorTime> processorTime;

    /**
     * @param program as {@link #find} found it
     * @param port of the server that has the locks
     * @param folder for its script and its logs
     */
    PgBench(Path program, DirectLocks locks, int port, Path folder, Supplier<ProcessorTime> processorTime)
            throws IOException {
        this.program = program;
        this.processorTime = processorTime;
        this.locks = locks;
        this.port = port;
        this.folder = folder;
        this.script = Files.writeString(folder.resolve("locks.pgbench"), DirectLocks.SCRIPT);
    }

    /**
     * The newest of Debian's, else the one on the PATH.
     *
     * @throws IOException when there is none, with what to install
     */
    static Path find() throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.comparingInt(PgBench::versionOf).reversed())
                        .map(version -> version.resolve("bin").resolve(NAME))
                        .forEach(found::add);
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            found.add(Path.of(folder, NAME));
        }
        return found.stream().filter(Files::isExecutable).findFirst().orElseThrow(() -> new IOException(MISSING));
    }

    private static int versionOf(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.matches("[0-9]{1,4}") ? Integer.parseInt(name) : 0;
    }

    /** What it calls itself. */
    String version() throws IOException {
        return run(List.of(program.toString(), "--version")).strip();
    }

    /**
     * What it measured.
     *
     * @param latencies from the moments at which transactions were due
     */
    record Measured(double perSecond, Latencies latencies, ProcessorTime.Shares shares) {}

    /** Each client begins a transaction as soon as the one before has been committed. */
    Measured asFastAsCommitted(int clients, Duration time) throws IOException {
        return measure(clients, time, List.of());
    }

    /** Transactions are due at times fixed in advance, so many a second on average. */
    Measured atRate(int clients, Duration time, double perSecond) throws IOException {
        return measure(clients, time, List.of("--rate=%.3f".formatted(perSecond)));
    }

    private Measured measure(int clients, Duration time, List<String> more) throws IOException {
        Path logs = Files.createTempDirectory(folder, "log");
        long before = locks.changes();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + locks.database().username(),
                "--no-vacuum",
                "--protocol=prepared",
                "--file=" + script,
                "--define=held=0",
                "--client=" + clients,
                "--jobs=" + Math.min(MOST_THREADS, clients),
                "--time=" + Math.max(1, time.toSeconds()),
                "--log",
                "--log-prefix=" + logs.resolve(NAME)));
        command.addAll(more);
        command.add(locks.database().name());
        ProcessorTime begin = processorTime.get();
        String printed = run(command);
        ProcessorTime end = processorTime.get();
        locks.verify(before + (long) find(PROCESSED, printed));
        return new Measured(find(PER_SECOND, printed), latencies(logs), begin.sharesUntil(end));
    }

    private String run(List<String> command) throws IOException {
        TestDatabase database = locks.database();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("PGOPTIONS", DirectLocks.PLANS);
        Process process = builder.start();
        try (var output = process.getInputStream()) {
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + printed);
            }
            return printed;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static double find(Pattern pattern, String printed) {
        Matcher matcher = pattern.matcher(printed);
        if (!matcher.find()) {
            throw new IllegalStateException(printed);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static Latencies latencies(Path logs) throws IOException {
        Latencies latencies = Latencies.none();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.map(line -> line.split(" ", -1)[MICROS])
                            .forEach(micros -> latencies.record(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(micros))));
                }
                Files.delete(file);
            }
        }
        Files.delete(logs);
        return latencies;
    }
}
