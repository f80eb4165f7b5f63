package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.HeldCounter;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are slow, silent or too many are cut off, and all others go on. */
class ConnectionIT {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_CONNECTIONS = 25;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ServiceProcess SERVICE = ServiceProcess.builder()
            .on(DATABASE)
            .with("LOCKKEEPER_LIMITS_RECEIVE_TIME", LIMIT.toSeconds() + "s")
            .with("LOCKKEEPER_LIMITS_SEND_TIME", LIMIT.toSeconds() + "s")
            .with("LOCKKEEPER_LIMITS_REQUEST_TIME", LIMIT.toSeconds() + "s")
            .with("LOCKKEEPER_LIMITS_CONNECTIONS", Integer.toString(MOST_CONNECTIONS))
            .start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @AfterEach
    void theServiceStillAnswers() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> SERVICE.client().get("/health/readiness").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "})
    void aHeadThatDripsInIsCutOff(String beginning) throws IOException {
        double before = cut("receive_time");
        try (RawConnection slow = RawConnection.to(SERVICE)) {
            slow.send(beginning);

            assertThat(slow.dripUntilClosed(PATIENCE)).isGreaterThan(LIMIT.minusMillis(500));
        }
        assertThat(cut("receive_time")).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void aBodyThatDripsInIsCutOff(String framing) throws IOException {
        Given.configurationUnlessThere(SERVICE.client(), "Leads");
        try (RawConnection slow = RawConnection.to(SERVICE)) {
            slow.send("POST " + Client.path("Leads", 99) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + ServiceProcess.TOKEN + "\r\n" + framing + "\r\n\r\n"
                    + (framing.startsWith("T") ? "3e8\r\n" : "") + "{");

            assertThat(slow.dripUntilClosed(PATIENCE)).isGreaterThan(LIMIT.minusMillis(500));
        }
        assertThat(SERVICE.client().list("Leads", 99).statusCode()).isEqualTo(204);
    }

    @Test
    void aConnectionThatRestsBetweenRequestsIsNotCutOff() throws IOException {
        try (RawConnection resting = RawConnection.to(SERVICE)) {
            assertThat(resting.isClosedWithin(LIMIT.multipliedBy(2))).isFalse();
            resting.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(resting.readToTheEnd(PATIENCE)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aClientThatReadsNothingIsCutOff() throws IOException {
        double before = cut("send_time");
        try (RawConnection deaf = RawConnection.to(SERVICE)) {
            deaf.send("GET /prometheus HTTP/1.1\r\nHost: x\r\n\r\n".repeat(500));

            Awaitility.await().atMost(PATIENCE).until(() -> cut("send_time") > before);
        }
    }

    @Test
    void connectionsBeyondTheLimitAreClosedAtOnce() throws IOException {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i <= MOST_CONNECTIONS; i++) {
                open.add(RawConnection.to(SERVICE));
            }
            assertThat(open.getLast().isClosedWithin(PATIENCE)).isTrue();

            RawConnection first = open.getFirst();
            first.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(first.readToTheEnd(PATIENCE)).startsWith("HTTP/1.1 200 ");
        } finally {
            for (RawConnection connection : open) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000, 3_000_000})
    void aHeaderLineThatIsTooLongIsAnsweredAndEndsTheConnection(int length) throws IOException {
        mustBeRefused("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(length) + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void tooManyHeadersAreAnsweredAndEndTheConnection(int number) throws IOException {
        mustBeRefused("GET / HTTP/1.1\r\nHost: x\r\n" + "a: bcdefg\r\n".repeat(number) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 3_000_000})
    void anAddressThatIsTooLongIsAnsweredAndEndsTheConnection(int length) throws IOException {
        mustBeRefused("GET /" + "a".repeat(length) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private static void mustBeRefused(String request) throws IOException {
        try (RawConnection connection = RawConnection.to(SERVICE)) {
            connection.send(request);

            assertThat(connection.readToTheEnd(PATIENCE))
                    .containsPattern("^HTTP/1[.][01] 400 ")
                    .contains("\"code\":\"INVALID_DATA\"");
        }
    }

    @Test
    void aCallThatTakesTooLongIsAnsweredThatItsOutcomeIsOpen() throws Exception {
        Given.configurationUnlessThere(SERVICE.client(), "Leads");
        Client client = SERVICE.client();
        CompletableFuture<HttpResponse<String>> answer;
        try (HeldCounter counter = new HeldCounter(DATABASE)) {
            answer = CompletableFuture.supplyAsync(() -> client.lock("Leads", 100));
            counter.awaitWaiting(1);

            HttpResponse<String> given = answer.get();
            assertThat(given.statusCode()).isEqualTo(503);
            assertThat(given.body())
                    .isEqualTo("{\"code\":\"INTERNAL_ERROR\",\"details\":{\"pending\":true},"
                            + "\"message\":\"Internal Server Error\",\"status\":\"error\"}");
            assertThat(given.headers().firstValue("Retry-After")).contains("1");
            assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.list("Leads", 100).statusCode() == 200);
    }

    private static double cut(String reason) {
        Matcher matcher = Pattern.compile("lockkeeper_connections_cut_total\\{reason=\"" + reason + "\"} ([0-9.]+)")
                .matcher(SERVICE.client().get("/prometheus").body());
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
