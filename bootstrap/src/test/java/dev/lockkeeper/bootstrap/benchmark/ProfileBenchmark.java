package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Draws where the service spends its time while 64 connections lock and unlock, each a record of its own. */
public final class ProfileBenchmark {

    private static final int OPTIONS = 3;
    private static final int CONNECTIONS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration PROFILED = Duration.ofSeconds(15);

    private ProfileBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments the folder for the data, which must not exist; then, with blanks between them, async-profiler's library,
     *     the image to write, seen from the project's folder, and its title
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Files.createDirectory(Path.of(arguments[0]));
        String[] options = arguments[1].split(" ", OPTIONS);
        String profiler = options[0];
        Path image = Path.of(System.getProperty("lockkeeper.root")).resolve(options[1]);
        Path stacks = data.resolve("stacks");
        try (DurableServer server = DurableServer.start(data.resolve("server"))) {
            TestDatabase database = server.create("lockkeeper");
            try (Fleet fleet = new Fleet()) {
                ServiceProcess service = ServiceProcess.builder()
                        .on(database)
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                        .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "0")
                        .start();
                fleet.add(service);
                LockBenchmark.configure(service.client().unchecked());
                fleet.drive(CONNECTIONS, WARM_UP);
                load(service, profiler, "start,event=ctimer,interval=1ms,threads");
                System.out.printf(
                        "%,.0f changes a second%n",
                        fleet.drive(CONNECTIONS, PROFILED).perSecond());
                load(service, profiler, "stop,collapsed,threads,file=" + stacks);
            }
            try (Stream<String> lines = Files.lines(stacks)) {
                Files.writeString(image, FlameGraph.of(lines).svg(options[2]));
            }
        } finally {
            FolderRemoval.remove(data);
        }
    }

    private static void load(ServiceProcess service, String profiler, String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.handle().pid()),
                        "JVMTI.agent_load",
                        profiler,
                        '"' + command + '"')
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!said.contains("return code: 0")) {
            throw new IOException(said);
        }
    }
}
