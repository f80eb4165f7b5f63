package dev.lockkeeper.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server under the data folder, for a service that was given no database: listening on loopback with a
 * password, durable, kept between runs, and stopped with the service.
 *
 * <p>The data folder holds {@code postgresql} (the server's data), {@code password}, {@code server} (its programs),
 * {@code postgresql.log} and {@code lock}, which one service at a time holds.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String SETTING = "LOCKKEEPER_DATA_DIR";
    private static final String SUPERUSER = "postgres";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int PASSWORD_BYTES = 32;

    /** Long enough to replay the log after a crash. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;
    private final String password;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres server, String password, FileLock lock) {
        this.server = server;
        this.password = password;
        this.lock = lock;
    }

    /**
     * Starts the server of a data folder, making both where there are none.
     *
     * @throws WrongSetting when the folder cannot be used, or another service uses it
     */
    static EmbeddedDatabase start(Path folder) {
        try {
            createPrivate(folder);
            FileLock lock = lock(folder);
            OrphanedServer.stop(programs(folder), data(folder).resolve("postmaster.pid"));
            removeUnfinished(folder);
            String password = password(folder);
            return new EmbeddedDatabase(startServer(folder, password), password, lock);
        } catch (IOException e) {
            throw new WrongSetting(
                    SETTING, "a folder to write to, which %s is not: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** What makes the service use this database. */
    Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url",
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                "datasources.default.username",
                SUPERUSER,
                "datasources.default.password",
                password);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
        // The library makes the folder of its programs writable for everyone, so it gets one around it that is not.
        Files.createDirectories(programs(folder));
        Files.setPosixFilePermissions(programs(folder).getParent(), OWNER_ONLY);
    }

    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new WrongSetting(SETTING, "another Lockkeeper is running on " + folder);
        }
        return lock;
    }

    /** A first start that was killed in the middle leaves data that nobody has used; only its own mark says so. */
    private static void removeUnfinished(Path folder) throws IOException {
        Path data = data(folder);
        Path mark = unfinishedMark(folder);
        if (Files.exists(mark) && Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        if (!Files.exists(data)) {
            Files.writeString(mark, "");
        }
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file) || Files.exists(unfinishedMark(folder))) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static EmbeddedPostgres startServer(Path folder, String password) throws IOException {
        Path programs = programs(folder);
        Path log = log(folder);
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("postgresql.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        }
        // Where the library looks for data of its own that was left over; by default a folder that all users share.
        System.setProperty("ot.epg.working-dir", programs.toString());
        EmbeddedPostgres server = start(
                EmbeddedPostgres.builder()
                        .setDataDirectory(data(folder))
                        .setOverrideWorkingDirectory(programs.toFile())
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_TIMEOUT)
                        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("auth", "scram-sha-256")
                        .setLocaleConfig("pwfile", folder.resolve("password").toString())
                        .setConnectConfig("password", password)
                        // The library's defaults trade durability for speed.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "''")
                        .setServerConfig("max_connections", "100"),
                folder);
        Files.deleteIfExists(unfinishedMark(folder));
        return server;
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path folder) throws IOException {
        try {
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            OrphanedServer.stop(programs(folder), data(folder).resolve("postmaster.pid"));
            throw new WrongSetting(
                    SETTING,
                    "PostgreSQL does not start in %s; its log says: %s".formatted(folder, lastWords(folder)),
                    e);
        }
    }

    private static String lastWords(Path folder) throws IOException {
        List<String> lines = Files.exists(log(folder)) ? Files.readAllLines(log(folder)) : List.of();
        return lines.stream()
                .filter(line -> line.matches(".*(FATAL|PANIC|initdb: error): .*"))
                .reduce((_, later) -> later)
                .or(() -> lines.stream().reduce((_, later) -> later))
                .orElse("nothing");
    }

    private static Path data(Path folder) {
        return folder.resolve("postgresql");
    }

    private static Path programs(Path folder) {
        return folder.resolve("server").resolve("programs");
    }

    private static Path log(Path folder) {
        return folder.resolve("postgresql.log");
    }

    private static Path unfinishedMark(Path folder) {
        return folder.resolve("postgresql.unfinished");
    }
}
