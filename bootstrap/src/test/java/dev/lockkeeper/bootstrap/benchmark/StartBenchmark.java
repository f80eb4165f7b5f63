package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the start, from the process to the first 200 of the readiness route, and the memory of a service that does
 * nothing: by the launcher and of the same jar without it, by turns, so that whatever else the machine does befalls both.
 * They run on one database that was migrated before.
 */
public final class StartBenchmark {

    private static final int ROUNDS = 11;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);
    /** In which the pool of connections fills, and the locks are read. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestDatabase database = TestDatabase.create();
    private final Started launched = new Started();
    private final Started plain = new Started();

    private StartBenchmark() {}

    /** What was measured of one way to start. */
    private static final class Started {

        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> mebibytes = new ArrayList<>();
    }

    /** Runs everything and prints what it found. */
    public static void main(String[] arguments) {
        StartBenchmark benchmark = new StartBenchmark();
        benchmark.start(ServiceProcess.builder().plainJar(), new Started());
        benchmark.start(ServiceProcess.builder(), new Started());
        for (int round = 0; round < ROUNDS; round++) {
            benchmark.start(ServiceProcess.builder().plainJar(), benchmark.plain);
            benchmark.start(ServiceProcess.builder(), benchmark.launched);
        }
        System.out.println(benchmark.figures());
    }

    private Figures figures() {
        double byLauncher = Figures.median(launched.seconds);
        double byItself = Figures.median(plain.seconds);
        Figures figures = new Figures();
        figures.add("start to ready by the launcher", "%.2f s".formatted(byLauncher), "1.2 s");
        figures.add("the same of the jar without it", "%.2f s".formatted(byItself));
        figures.add("launcher ÷ jar", "%.2f".formatted(byLauncher / byItself), "0.4");
        figures.add("resident memory, idle", "%.0f MiB".formatted(Figures.median(launched.mebibytes)), "200 MiB");
        figures.add("the same of the jar without the launcher", "%.0f MiB".formatted(Figures.median(plain.mebibytes)));
        return figures;
    }

    private void start(ServiceProcess.Builder builder, Started started) {
        int port = freePort();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health/readiness".formatted(port)))
                .build();
        long begin = System.nanoTime();
        try (ServiceProcess service = builder.on(database)
                .with("MICRONAUT_SERVER_PORT", Integer.toString(port))
                .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                .launch()) {
            while (!answers(ready)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("Not ready: " + service.output());
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            long end = System.nanoTime();
            started.seconds.add((end - begin) / (double) TimeUnit.SECONDS.toNanos(1));
            LockSupport.parkNanos(SETTLING.toNanos());
            started.mebibytes.add(resident(service.handle().pid()));
        }
    }

    private static boolean answers(HttpRequest ready) {
        try {
            return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** In MiB. The launcher became Java, so that the process is the service. */
    private static double resident(long process) {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/%d/status".formatted(process))));
            if (!resident.find()) {
                throw new IllegalStateException("No resident memory of " + process);
            }
            return Long.parseLong(resident.group(1)) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory is measured on Linux only", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
