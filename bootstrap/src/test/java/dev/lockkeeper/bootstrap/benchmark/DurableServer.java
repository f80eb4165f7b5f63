package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server for a benchmark alone, set up as the service's embedded one, with {@code fsync} and {@code
 * synchronous_commit} on, but for more connections: so many clients of pgbench at once are part of what is compared.
 */
final class DurableServer implements AutoCloseable {

    private static final String USER = "postgres";
    private static final String MAX_CONNECTIONS = "400";
    /** One when a commit is on the disk before it is answered, else none. */
    private static final String DURABLE = """
            select count(*) / 3 from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'on'
            """;

    private static final int MAJOR_VERSION = 10_000;
    /**
     * Of the password once it is set anew. With the usual 4,096 of them connecting would take seconds of a round, since
     * pgbench connects all clients anew in each and begins to count the time before.
     */
    private static final String SCRAM_ITERATIONS = "1";

    private static final int PASSWORD_BYTES = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final String password;

    private DurableServer(EmbeddedPostgres server, ProcessHandle postmaster, String password) {
        this.server = server;
        this.postmaster = postmaster;
        this.password = password;
    }

    /** Makes its data in a folder, which must not exist, and starts it. */
    static DurableServer start(Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        Path data = folder.resolve("postgresql");
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", MAX_CONNECTIONS)
                .setServerConfig("scram_iterations", SCRAM_ITERATIONS)
                .start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        DurableServer started = new DurableServer(server, ProcessHandle.of(pid).orElseThrow(), password);
        started.first().execute("alter role %s password '%s'".formatted(USER, password));
        if (started.first().number(DURABLE) == 0) {
            started.close();
            throw new IOException("PostgreSQL is not durable as it is set");
        }
        return started;
    }

    /** Makes an empty database. */
    TestDatabase create(String name) {
        first().execute("create database " + name);
        return first().sibling(name);
    }

    /** What it calls itself. */
    String version() {
        long number = first().number("select current_setting('server_version_num')::bigint");
        return "PostgreSQL %d.%d".formatted(number / MAJOR_VERSION, number % MAJOR_VERSION);
    }

    private TestDatabase first() {
        return new TestDatabase("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), USER), USER, password);
    }

    int port() {
        return server.getPort();
    }

    ProcessHandle postmaster() {
        return postmaster;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL has not stopped", e);
        }
    }
}
