package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.HeldCounter;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Told to stop, the service takes no new calls, finishes those under way, and exits with 0. */
class StopIT {

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void finishesTheCallUnderWay(String signal) throws Exception {
        TestDatabase database = TestDatabase.create();
        try (ServiceProcess service = ServiceProcess.builder().on(database).start()) {
            Given.configuration(service.client(), "Leads", "manual");
            Client client = service.client();
            CompletableFuture<HttpResponse<String>> answer;
            try (HeldCounter counter = new HeldCounter(database)) {
                answer = CompletableFuture.supplyAsync(() -> client.lock("Leads", 1));
                counter.awaitWaiting(1);

                new ProcessBuilder(
                                "kill",
                                "-" + signal,
                                Long.toString(service.handle().pid()))
                        .start()
                        .waitFor();

                Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> refusesConnections(service.url()));
            }
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(service.exitCode()).isZero();
        }
        assertThat(database.number("select count(*) from record_lock")).isEqualTo(1);
    }

    @Test
    void doesNotWaitForConnectionsThatAreIdle() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (ServiceProcess service = ServiceProcess.builder().on(database).start()) {
            URI url = URI.create(service.url());
            try (Socket idle = new Socket(url.getHost(), url.getPort())) {
                assertThat(service.client().get("/health/liveness").statusCode())
                        .as("over a connection that stays open")
                        .isEqualTo(200);
                long start = System.nanoTime();

                assertThat(service.stop()).isZero();

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
                assertThat(idle.getInputStream().read())
                        .as("closed by the service")
                        .isEqualTo(-1);
            }
        }
    }

    /** As {@code mvn -Prun} has it: Maven does not tell what it runs that it was told to stop. */
    @Test
    void stopsWithItsParentWhereItIsToldTo() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (ServiceProcess shell = ServiceProcess.builder()
                .on(TestDatabase.create())
                .command(List.of(
                        "bash",
                        "-c",
                        "\"$0\" -Dlockkeeper.stop-with-parent=true -jar \"$1\"; true",
                        java,
                        System.getProperty("lockkeeper.jar")))
                .start()) {
            ProcessHandle service = shell.handle().children().findFirst().orElseThrow();

            shell.handle().destroyForcibly();

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !service.isAlive());
        }
    }

    private static boolean refusesConnections(String address) {
        URI url = URI.create(address);
        try (Socket _ = new Socket(url.getHost(), url.getPort())) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
