package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PgBouncer in transaction mode before a database, on a port of its own. */
final class Pooler implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(20);

    /** From this version on it follows prepared statements from one connection to the next. */
    private static final int PREPARES_SINCE = 121;

    private static final Pattern VERSION = Pattern.compile("PgBouncer (\\d+)\\.(\\d+)\\S*");

    private final Process process;
    private final TestDatabase pooled;
    private final String version;

    private Pooler(Process process, TestDatabase pooled, String version) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.pooled = pooled;
        this.version = version;
    }

    /** The program, where it is installed. */
    static Optional<Path> find() {
        return Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it, and waits until it takes connections. */
    static Pooler start(Path program, Path folder, int server, TestDatabase database) throws IOException {
        Matcher version = VERSION.matcher(output(program.toString(), "--version"));
        if (!version.find()) {
            throw new IOException(program + " does not say its version");
        }
        boolean prepares =
                Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) >= PREPARES_SINCE;
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                %1$s = host=%2$s port=%3$d dbname=%1$s user=%4$s password=%5$s
                [pgbouncer]
                listen_addr = %2$s
                listen_port = %6$d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 20
                max_client_conn = 200
                ignore_startup_parameters = extra_float_digits
                %7$s
                """.formatted(
                        database.name(),
                        HOST,
                        server,
                        database.username(),
                        database.password(),
                        port,
                        prepares ? "max_prepared_statements = 200" : ""));
        Process process = new ProcessBuilder(command(program, settings))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        TestDatabase pooled = new TestDatabase(
                "jdbc:postgresql://%s:%d/%s%s"
                        .formatted(HOST, port, database.name(), prepares ? "" : "?prepareThreshold=0"),
                database.username(),
                database.password());
        Pooler started = new Pooler(process, pooled, version.group());
        started.await(port);
        return started;
    }

    /** It does not run as root, and is told another user then. */
    private static List<String> command(Path program, Path settings) {
        return "root".equals(System.getProperty("user.name"))
                ? List.of(program.toString(), "--user", "nobody", settings.toString())
                : List.of(program.toString(), settings.toString());
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void await(int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroy();
                    throw new IOException("PgBouncer did not start; see pgbouncer.log", e);
                }
                LockSupport.parkNanos(GLANCE.toNanos());
            }
        }
    }

    /** The way to the database through it. */
    TestDatabase pooled() {
        return pooled;
    }

    String version() {
        return version;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("PgBouncer was left while it stopped", e);
        }
    }
}
