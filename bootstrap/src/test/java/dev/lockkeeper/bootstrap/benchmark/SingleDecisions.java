package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Wrk.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how many single decisions the service makes, by turns with a route that answers as many bytes without a
 * decision, a token or a body, so that whatever else the machine does befalls both.
 */
final class SingleDecisions {

    private static final String WANTED = "0.6";

    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 3;
    private static final int WARM_UPS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final Wrk wrk;
    private final AskedDecisions asked;
    private final Map<Request, List<Double>> rounds = new LinkedHashMap<>();

    SingleDecisions(Wrk wrk, AskedDecisions asked) {
        this.wrk = wrk;
        this.asked = asked;
    }

    /**
     * Measures, and adds what it found.
     *
     * @param round how long each request is sent, each time it is its turn
     * @param when what is to be said of all these figures
     */
    void measure(Duration round, String when, Figures figures) {
        Request unlocked = asked.unlocked();
        Request locked = asked.locked();
        Request shortConstant = constant(asked.answer(unlocked, 1, 0));
        Request longConstant = constant(asked.answer(locked, 0, 1));
        Request scoped = new Request(
                shortConstant.what() + " that takes the same token", shortConstant.path() + "/scoped", true, null);
        run(List.of(shortConstant, unlocked, scoped, longConstant, locked), round);
        compare(unlocked, shortConstant, when, figures);
        compare(locked, longConstant, when, figures);
        compare(unlocked, scoped, when, figures);
    }

    private void run(List<Request> requests, Duration round) {
        for (int turn = 0; turn < WARM_UPS; turn++) {
            requests.forEach(request -> wrk.perSecond(request, CONNECTIONS, WARM_UP));
        }
        for (int turn = 0; turn < ROUNDS; turn++) {
            for (Request request : requests) {
                double perSecond = wrk.perSecond(request, CONNECTIONS, round);
                System.out.printf("%s: %,.0f a second%n", request.what(), perSecond);
                rounds.computeIfAbsent(request, _ -> new ArrayList<>()).add(perSecond);
            }
        }
    }

    private void compare(Request decision, Request constant, String when, Figures figures) {
        double decisions = rate(decision);
        double constants = rate(constant);
        figures.add(
                "single decisions%s: %s ÷ %s".formatted(when, decision.what(), constant.what()),
                "%,.0f a second ÷ %,.0f a second = %.2f".formatted(decisions, constants, decisions / constants),
                WANTED);
    }

    private double rate(Request request) {
        return Figures.median(rounds.getOrDefault(request, List.of()));
    }

    /** Of the same size as an answer. */
    private static Request constant(String answer) {
        int size = answer.getBytes(StandardCharsets.UTF_8).length;
        return new Request("constant route of %d bytes".formatted(size), "/access/v1/constant/" + size, false, null);
    }
}
