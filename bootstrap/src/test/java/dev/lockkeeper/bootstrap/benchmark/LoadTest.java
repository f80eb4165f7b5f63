package dev.lockkeeper.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockkeeper.bootstrap.benchmark.Load.Answered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration TIME = Duration.ofMillis(500);
    private static final Duration STALL = Duration.ofMillis(300);
    private static final String CHANGED_NOTHING = "{\"details\":{}}";
    private static final String PENDING = "{\"details\":{\"pending\":true}}";
    private static final String CREATED = """
            {"data":[{"details":{"Modified_By":{"id":"1"},"Created_Time":"now","id":"4711","Created_By":{"id":"1"}}}]}""";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong answered = new AtomicLong();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void countsEachAnswerOnceAndLeavesNoRequestUnanswered() throws IOException {
        server.createContext("/", exchange -> answer(exchange, 200, "fine"));

        Answered measured = run(same(8), new Pace.AsAnswered(TIME), false);

        // Of those sent last, up to one a connection was answered when the time was over.
        assertThat(measured.latencies().count()).isBetween(answered.get() - 8, answered.get());
        assertThat(measured.perSecond()).isEqualTo(measured.latencies().count() / 0.5);
    }

    @Test
    void sendsAtTheRateThatIsAskedFor() throws IOException {
        server.createContext("/", exchange -> answer(exchange, 200, "fine"));

        Answered measured = run(same(8), new Pace.AtRate(400, TIME), false);

        // 200 on average; six times the standard deviation of such a number is about 85.
        assertThat(measured.latencies().count()).isEqualTo(answered.get()).isBetween(115L, 285L);
    }

    @Test
    void measuresFromWhenARequestWasDueHoweverLateItWasSent() throws IOException {
        AtomicBoolean stalled = new AtomicBoolean();
        server.createContext("/", exchange -> {
            if (!stalled.getAndSet(true)) {
                LockSupport.parkNanos(STALL.toNanos());
            }
            answer(exchange, 200, "fine");
        });

        Answered measured = run(same(1), new Pace.AtRate(400, TIME), false);

        // One call was slow, and all that were due meanwhile waited for it: about 3 of 5, whose number is left to
        // chance.
        // One of four was due in its first 125 ms, give or take 15, and so waited for about 175.
        assertThat(measured.latencies().millisAt(75)).isGreaterThan(60);
    }

    @Test
    void failsWithTheAnswerThatIsNotAsItShouldBe() {
        server.createContext("/", exchange -> answer(exchange, 400, "no such thing"));

        assertThatThrownBy(() -> run(same(2), new Pace.AsAnswered(TIME), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("400", "no such thing");
    }

    @Test
    void countsRefusalsThatChangedNothingWhereItIsToldTo() throws IOException {
        server.createContext("/", exchange -> {
            boolean refused = answered.get() % 10 == 3;
            answer(exchange, refused ? 503 : 200, CHANGED_NOTHING);
        });

        assertThat(run(same(2), new Pace.AsAnswered(TIME), true).unavailable()).isPositive();
        assertThatThrownBy(() -> run(same(2), new Pace.AsAnswered(TIME), false)).hasMessageContaining("503");
    }

    @Test
    void failsOnAChangeOfWhichNobodyKnowsWhetherItHappened() {
        server.createContext("/", exchange -> answer(exchange, 503, PENDING));

        assertThatThrownBy(() -> run(same(2), new Pace.AsAnswered(TIME), true)).hasMessageContaining(PENDING);
    }

    @Test
    void unlocksWhatItHasLocked() throws IOException {
        AtomicLong locked = new AtomicLong();
        server.createContext(LockTurns.path(7), exchange -> {
            boolean locks = exchange.getRequestMethod().equals("POST");
            assertThat(locked.getAndSet(locks ? 1 : 0)).isEqualTo(locks ? 0 : 1);
            assertThat(exchange.getRequestURI().getPath()).isEqualTo(LockTurns.path(7) + (locks ? "" : "/4711"));
            answer(exchange, locks ? 201 : 200, CREATED);
        });
        LockTurns turns = new LockTurns(new RequestHead("localhost", "token"), 7);

        run(List.of(turns), new Pace.AsAnswered(TIME), false);

        assertThat(locked).hasValue(0);
        assertThat(turns.changes()).isEqualTo(answered.get()).isEven();
    }

    private Answered run(List<? extends Conversation> conversations, Pace pace, boolean countUnavailable)
            throws IOException {
        try (Load load = new Load(server.getAddress(), conversations, countUnavailable)) {
            Answered measured = load.run(pace);
            load.settle();
            return measured;
        }
    }

    private static List<SameRequest> same(int connections) {
        String request = new RequestHead("localhost", "token").with("POST", "/", "{}");
        return IntStream.range(0, connections)
                .mapToObj(_ -> new SameRequest(request))
                .toList();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answered.incrementAndGet();
        exchange.sendResponseHeaders(status, bytes.length);
        try (var answer = exchange.getResponseBody()) {
            answer.write(bytes);
        }
    }
}
