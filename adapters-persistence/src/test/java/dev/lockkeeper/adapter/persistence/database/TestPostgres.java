package dev.lockkeeper.adapter.persistence.database;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Finds the PostgreSQL server for tests, once a JVM, and prints which it took: the one of {@code TEST_DATASOURCE_URL}
 * (with {@code TEST_DATASOURCE_USERNAME} and {@code TEST_DATASOURCE_PASSWORD}; the user may create databases), else a
 * container of {@code TEST_POSTGRES_IMAGE} where Docker answers, else an embedded one. {@code
 * TEST_DATABASE=url|testcontainers|embedded} forces one, and tests fail where it cannot be had.
 */
final class TestPostgres {

    private static final String DEFAULT_IMAGE = "postgres:17-alpine";
    private static final long PULL_TIMEOUT_SECONDS = 120;

    private static @Nullable TestDatabase found;

    private TestPostgres() {}

    static synchronized TestDatabase server() {
        TestDatabase server = found;
        if (server == null) {
            server = find();
            System.out.println("test database: " + server.url());
            found = server;
        }
        return server;
    }

    private static TestDatabase find() {
        return switch (environment("TEST_DATABASE").orElse("")) {
            case "url" ->
                url().orElseThrow(() -> new IllegalStateException("TEST_DATABASE=url wants TEST_DATASOURCE_URL"));
            case "testcontainers" -> container();
            case "embedded" -> embedded();
            case "" -> url().or(TestPostgres::containerIfItCanBeHad).orElseGet(TestPostgres::embedded);
            default ->
                throw new IllegalStateException("TEST_DATABASE is url, testcontainers or embedded, or is not set");
        };
    }

    private static Optional<TestDatabase> url() {
        return environment("TEST_DATASOURCE_URL")
                .map(url -> new TestDatabase(
                        url,
                        environment("TEST_DATASOURCE_USERNAME").orElse("postgres"),
                        environment("TEST_DATASOURCE_PASSWORD").orElse("")));
    }

    private static Optional<TestDatabase> containerIfItCanBeHad() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        if (!imageIsHere() && !imageCanBePulled()) {
            System.out.println("test database: Docker answers, but has no image " + image() + " and cannot pull it");
            return Optional.empty();
        }
        return Optional.of(container());
    }

    private static boolean imageIsHere() {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image()).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Tries once; Testcontainers itself would try again for minutes where there is no way to a registry. */
    private static boolean imageCanBePulled() {
        try {
            return DockerClientFactory.lazyClient()
                    .pullImageCmd(image())
                    .start()
                    .awaitCompletion(PULL_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (DockerException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String image() {
        return environment("TEST_POSTGRES_IMAGE").orElse(DEFAULT_IMAGE);
    }

    // Closed by Testcontainers' own reaper, or with the JVM.
    private static TestDatabase container() {
        DockerImageName image = DockerImageName.parse(
                        environment("TEST_POSTGRES_IMAGE").orElse(DEFAULT_IMAGE))
                .asCompatibleSubstituteFor("postgres");
        PostgreSQLContainer container = new PostgreSQLContainer(image);
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    // Ends with the JVM: EmbeddedPostgres sees to that itself.
    private static TestDatabase embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new TestDatabase(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("no embedded PostgreSQL", e);
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
