package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the AOT cache with which the launcher starts the service: has Java record a start of the packaged service by that
 * launcher, and the calls that matter, as a part of the build.
 *
 * <p>The database is one that runs already, which is what most starts find. It has to be: whoever starts the embedded one
 * loads a class of a library whose jar is sealed. Java would keep its package in the cache together with the jar's
 * address, take the jar for another one in a copy of the folder, where the cache is used as well, and refuse to load
 * further classes of it: "sealing violation".
 */
public final class RecordedStart {

    private static final String CACHE = "lockkeeper.aot";

    /** Enough for Java to note what the calls spend their time on. */
    private static final int ROUNDS = 50;

    private static final String MODULE = "Leads";

    /** Of PostgreSQL's own file about itself, from 0. */
    private static final int LINE_OF_THE_PORT = 3;

    private final Path target;

    private RecordedStart(Path target) {
        this.target = target;
    }

    /**
     * Makes the cache, unless there is one that fits what was built.
     *
     * @param arguments the folder of the packaged service
     */
    public static void main(String[] arguments) throws IOException {
        RecordedStart recorded = new RecordedStart(Path.of(arguments[0]));
        if (Files.exists(recorded.cache()) && recorded.fits()) {
            return;
        }
        boolean made = false;
        try {
            recorded.record();
            made = recorded.fits();
        } finally {
            if (!made) {
                Files.deleteIfExists(recorded.cache());
            }
        }
        if (!made) {
            throw new IllegalStateException("Java does not take the AOT cache that it made: " + recorded.cache());
        }
    }

    private Path cache() {
        return target.resolve(CACHE);
    }

    /** Whether Java, before it would start the service, finds the cache made by itself, of these jars. */
    private boolean fits() {
        try (ServiceProcess dry = ServiceProcess.builder()
                .with("JAVA_OPTS", "-XX:AOTMode=on --dry-run")
                .launch()) {
            return dry.exitCode() == 0;
        }
    }

    private void record() throws IOException {
        Files.deleteIfExists(cache());
        Path data = target.resolve("recorded-start");
        remove(data);
        try (ServiceProcess first = service("-XX:TieredStopAtLevel=1").on(data).start()) {
            record(first, embedded(data));
        }
        remove(data);
    }

    /** While another service runs, which brought the database. */
    private void record(ServiceProcess first, TestDatabase database) {
        // By a name without a folder, since the launcher takes options apart at blanks.
        try (ServiceProcess service =
                service("-XX:AOTCacheOutput=" + CACHE).on(database).in(target).start()) {
            Client client = service.client().unchecked();
            for (int record = 1; record <= ROUNDS; record++) {
                call(client, record);
            }
            assertThat(service.stop()).as(service.output()).isZero();
            assertThat(cache()).as(service.output()).exists();
        }
        assertThat(first.stop()).as(first.output()).isZero();
    }

    private static ServiceProcess.Builder service(String javaOptions) {
        return ServiceProcess.builder()
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .with("JAVA_OPTS", javaOptions);
    }

    private static TestDatabase embedded(Path data) throws IOException {
        List<String> server = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"));
        return new TestDatabase(
                "jdbc:postgresql://127.0.0.1:%s/postgres"
                        .formatted(server.get(LINE_OF_THE_PORT).strip()),
                "postgres",
                Files.readString(data.resolve("password")).strip());
    }

    private static void call(Client client, long record) {
        answered(200, client.get("/health/readiness"));
        answered(200, client.get("/docs"));
        answered(200, client.get("/prometheus"));
        answered(200, new Decisions(client).update(record));
        HttpResponse<String> locked = answered(201, client.lock(MODULE, record));
        answered(200, client.list(MODULE, record));
        answered(200, new Decisions(client).update(record));
        answered(200, client.unlock(MODULE, record, Client.lockId(locked)));
    }

    private static HttpResponse<String> answered(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
