package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher starts the service by the recorded start where that fits, else without it, and is silent about it. */
class LauncherIT {

    private static final Path PACKAGED = Path.of(System.getProperty("lockkeeper.jar"));
    private static final String LAUNCHER = "lockkeeper";
    private static final String JAR = "lockkeeper.jar";
    private static final String CACHE = "lockkeeper.aot";
    private static final long RECORD = 5843104000000425565L;

    /** Java ends rather than start without a cache. */
    private static final String WITH_CACHE_OR_NOT_AT_ALL = "-XX:AOTMode=on ";

    /** Java does all that comes before the service's own first line, and ends. */
    private static final String DRY_RUN = "--dry-run ";

    @TempDir
    private Path folder;

    private final List<Path> links = new ArrayList<>();

    /** JUnit would remark on each. */
    @AfterEach
    void removeLinks() throws IOException {
        for (Path link : links) {
            Files.deleteIfExists(link);
        }
    }

    /** A first start, since that loads classes of a sealed jar: they must not be taken for those of another address. */
    @Test
    void usesTheRecordedStartInACopyOfTheFolderThroughALink() throws Exception {
        Path copy = copy();
        Path link = Files.createSymbolicLink(folder.resolve("link"), copy.resolve(LAUNCHER));

        try (ServiceProcess service = ServiceProcess.builder()
                .launcher(link)
                .on(folder.resolve("data"))
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                .with("JAVA_OPTS", WITH_CACHE_OR_NOT_AT_ALL)
                .start()) {
            assertThat(service.output()).startsWith("Lockkeeper listens on ").doesNotContain(ServiceProcess.TOKEN);
            assertThat(service.client().lock("Deals", RECORD).statusCode()).isEqualTo(201);
            assertThat(service.stop()).isZero();
        }
    }

    @Test
    void startsWithoutTheRecordedStartWhereThatIsDamaged() throws Exception {
        Path copy = linked("damaged");
        assertThat(dryRun(copy.resolve(LAUNCHER), WITH_CACHE_OR_NOT_AT_ALL)).isEqualTo("0 ");
        try (RandomAccessFile cache = new RandomAccessFile(copy.resolve(CACHE).toFile(), "rw")) {
            cache.seek(cache.length() / 2);
            cache.write(new byte[10_000]);
        }

        doesWithoutTheRecordedStart(copy);
        startsWithoutAWord(ServiceProcess.builder().launcher(copy.resolve(LAUNCHER)));
    }

    @Test
    void startsWithAnotherCollector() {
        startsWithoutAWord(ServiceProcess.builder().with("JAVA_OPTS", "-XX:+UseZGC"));
    }

    @Test
    void doesWithoutTheRecordedStartOfOtherJars() throws Exception {
        Path copy = linked("others");
        Files.delete(copy.resolve(JAR));
        links.remove(copy.resolve(JAR));
        Files.copy(PACKAGED, copy.resolve(JAR));

        doesWithoutTheRecordedStart(copy);
    }

    @Test
    void doesWithoutARecordedStart() throws Exception {
        Path copy = linked("bare");
        Files.delete(copy.resolve(CACHE));

        assertThat(dryRun(copy.resolve(LAUNCHER), "")).isEqualTo("0 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-XX:-UseCompactObjectHeaders",
                "-Xms16m -Xmx64m",
                "-Xmx40g",
                "-Xshare:off",
                "-XX:AOTMode=off",
                "-XX:AOTCache=none -Xlog:aot*=off",
                "--add-modules=java.sql.rowset",
                "-XX:+UseStringDeduplication -XX:MaxRAMPercentage=50"
            })
    void leavesTheLastWordToJavaOptions(String options) {
        assertThat(dryRun(PACKAGED.resolveSibling(LAUNCHER), options)).isEqualTo("0 ");
    }

    private static void doesWithoutTheRecordedStart(Path copy) {
        assertThat(dryRun(copy.resolve(LAUNCHER), WITH_CACHE_OR_NOT_AT_ALL)).startsWith("1 ");
        assertThat(dryRun(copy.resolve(LAUNCHER), "")).isEqualTo("0 ");
    }

    /** The exit status, and what was printed. */
    private static String dryRun(Path launcher, String options) {
        try (ServiceProcess dry = ServiceProcess.builder()
                .launcher(launcher)
                .with("JAVA_OPTS", DRY_RUN + options)
                .launch()) {
            return dry.exitCode() + " " + dry.output();
        }
    }

    private static void startsWithoutAWord(ServiceProcess.Builder builder) {
        try (ServiceProcess service = builder.on(TestDatabase.create())
                .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                .start()) {
            assertThat(service.output().lines().filter(line -> !line.isEmpty()))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("Lockkeeper listens on "),
                            line -> assertThat(line).isEqualTo("LOCKKEEPER_ADMIN_TOKEN is in force."));
            assertThat(service.client().get("/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    /** The packaged service in a folder whose path has blanks, with the files' times as they were. */
    private Path copy() throws IOException {
        Path copy = linked("a whole copy");
        removeLinks();
        links.clear();
        Files.copy(PACKAGED, copy.resolve(JAR), StandardCopyOption.COPY_ATTRIBUTES);
        Path libraries = Files.createDirectory(copy.resolve("lib"));
        try (Stream<Path> jars = Files.list(PACKAGED.resolveSibling("lib"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, libraries.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    /** The same with links to the jars. */
    private Path linked(String name) throws IOException {
        Path linked = Files.createDirectory(folder.resolve(name));
        for (String copied : List.of(LAUNCHER, CACHE)) {
            Files.copy(PACKAGED.resolveSibling(copied), linked.resolve(copied), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String link : List.of(JAR, "lib")) {
            links.add(Files.createSymbolicLink(linked.resolve(link), PACKAGED.resolveSibling(link)));
        }
        return linked;
    }
}
