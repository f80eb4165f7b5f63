package dev.lockkeeper.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockkeeper.bootstrap.document.ApiDocument;
import dev.lockkeeper.bootstrap.document.DocumentCheck;
import dev.lockkeeper.bootstrap.document.Exchange;
import dev.lockkeeper.bootstrap.document.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/**
 * Sends calls of the API document, proper ones and odd ones, one after the other, and judges each: no fault of the
 * service, answered soon, allowed by the document, and without any change of state where it was refused.
 */
public final class FuzzRun {

    /** No call takes so long, on a machine that is busy with other things as well. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Bodies that sockets do not take in at once. */
    private static final int LONG_BODY = 50_000;

    /** The profile of the user for whom the token stands that may do everything. */
    private static final String OWN_PROFILE = "Administrator";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDocument document;
    private final DocumentCheck check;
    private final RawConnection connection;
    private final StateFingerprint state;
    private final Random random;
    private final Words words;
    private final ProperCalls proper;
    private final OddCalls odd;
    private final FuzzSummary summary;
    private final String token;
    private Map<String, String> stateBefore;

    /**
     * A run against a service that nobody else uses.
     *
     * @param token one that may do everything
     * @param powerlessTokens such as may not
     */
    public FuzzRun(
            ApiDocument document,
            URI service,
            StateFingerprint state,
            Random random,
            String token,
            List<String> powerlessTokens)
            throws SQLException {
        this.document = document;
        this.check = new DocumentCheck(document);
        this.connection = new RawConnection(service);
        this.state = state;
        this.random = random;
        this.words = new Words(document, random);
        this.proper = new ProperCalls(document, words, random, token);
        this.odd = new OddCalls(random, new OddBodies(random), powerlessTokens);
        this.summary = new FuzzSummary(document);
        this.token = token;
        this.stateBefore = state.take();
    }

    /** Values of an address that go together, and that no answer tells of. */
    public void know(String template, Map<String, String> together) {
        words.know(template, together);
    }

    /** Goes on for so long, up to twice as long until every call was accepted and refused, and tells how it went. */
    public FuzzSummary run(Duration duration) throws SQLException {
        long begin = System.nanoTime();
        Duration passed = Duration.ZERO;
        while (passed.compareTo(duration) < 0
                || (passed.compareTo(duration.multipliedBy(2)) < 0
                        && !incomplete().isEmpty())) {
            Operation operation = next();
            ProperCalls.Made made = proper.make(operation);
            boolean isProper = random.nextBoolean();
            RawCall call = made.call();
            for (int i = 0; !isProper && i <= random.nextInt(3); i++) {
                call = odd.odd(call);
            }
            Optional<Exchange> exchange = send(call);
            if (exchange.isPresent()) {
                judge(exchange.get());
                if (operation.id().equals("putProfile") && exchange.get().status() < 300) {
                    empower();
                }
                if (isProper) {
                    learn(operation, made, exchange.get());
                }
            }
            passed = Duration.ofNanos(System.nanoTime() - begin);
        }
        return summary;
    }

    /** The run's own profile may have lost a permission, without which half of the calls are refused. */
    private void empower() throws SQLException {
        RawCall call = new RawCall(
                "PUT",
                "/api/v1/profiles/" + OWN_PROFILE,
                List.of("Authorization: Bearer " + token),
                "{\"permissions\":[\"lock\",\"customize\",\"administer\"]}".getBytes(StandardCharsets.UTF_8));
        send(call);
        stateBefore = state.take();
    }

    private void learn(Operation operation, ProperCalls.Made made, Exchange exchange) {
        if (exchange.status() < 300) {
            words.learn(operation, made.parameters(), json(exchange), exchange.header("Lockkeeper-Job"));
        } else if (made.call().body().length == 0) {
            words.forget(made.known());
        }
    }

    /** Any call, and half of the time one that was not accepted or not refused yet. */
    private Operation next() {
        List<Operation> incomplete = incomplete();
        List<Operation> among = incomplete.isEmpty() || random.nextBoolean() ? document.operations() : incomplete;
        return among.get(random.nextInt(among.size()));
    }

    private List<Operation> incomplete() {
        return document.operations().stream()
                .filter(operation -> !summary.isComplete(operation))
                .toList();
    }

    private Optional<Exchange> send(RawCall call) throws SQLException {
        long begin = System.nanoTime();
        try {
            Exchange exchange = connection.send(call, PATIENCE);
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                summary.fault("answered too late", exchange.toString());
            }
            return Optional.of(exchange);
        } catch (SocketException e) {
            // Who refuses a call by its head does not wait for a long body, and closes on who still sends it.
            if (call.body().length < LONG_BODY || !state.take().equals(stateBefore)) {
                summary.fault("not answered: " + e.getMessage(), call.toString());
            }
            return Optional.empty();
        } catch (IOException e) {
            summary.fault("not answered: " + e.getMessage(), call.toString());
            return Optional.empty();
        }
    }

    /** Who asks for a decision as fresh as a revision that there is not yet is told to come again. */
    private static boolean isAheadOfItsTime(Exchange exchange) {
        String request = exchange.target() + new String(exchange.requestBody(), StandardCharsets.UTF_8);
        return exchange.status() == 503 && request.contains("at_least_as_fresh");
    }

    private void judge(Exchange exchange) throws SQLException {
        Optional<Operation> operation = check.operation(exchange);
        summary.answered(operation, exchange.status());
        if (exchange.status() >= 500 && !isAheadOfItsTime(exchange)) {
            summary.fault(operation, "a fault of the service", exchange);
        }
        check.faults(exchange).forEach(fault -> summary.fault(operation, fault, exchange));
        if (exchange.status() < 300) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !state.isBusy());
        }
        Map<String, String> stateNow = state.take();
        if (exchange.status() >= 400 && !stateNow.equals(stateBefore)) {
            TreeSet<String> changed = new TreeSet<>(stateNow.keySet());
            changed.removeIf(table -> Objects.equals(stateNow.get(table), stateBefore.get(table)));
            summary.fault(operation, "refused, and yet changed " + changed, exchange);
        }
        stateBefore = stateNow;
    }

    private static JsonNode json(Exchange exchange) {
        try {
            return exchange.contentType().orElse("").endsWith("json")
                    ? JSON.readTree(exchange.body())
                    : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(exchange.toString(), e);
        }
    }
}
