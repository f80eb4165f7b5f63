package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Wrk.Request;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Measures reading a lock and asking for decisions, by turns with the constant route that answers as many bytes. */
final class ReadRounds {

    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_OF_BATCHES = 4;
    private static final String WANTED_OF_READING = "at least 0.5";
    private static final String WANTED_OF_DECISIONS = "at least 0.6";
    private static final String WANTED_OF_BATCHES = "at least 300,000";

    /**
     * Whoever saturates all cores may keep the service from following its store, and be told that it does not know: that
     * is slow, and not wrong.
     */
    private static final boolean MAY_NOT_BE_KNOWN = true;

    /** Not one of those that are asked about, nor one that is locked and unlocked. */
    private static final long RECORD = DirectLocks.FIRST_RECORD - 1;

    private final Bench bench;
    private final Plan plan;

    ReadRounds(Bench bench, Plan plan) {
        this.bench = bench;
        this.plan = plan;
    }

    void measure(Figures figures) throws IOException {
        AskedDecisions asked = new AskedDecisions(bench.client());
        asked.lock();
        asked.check();
        String path = LockTurns.path(RECORD) + "?fields=Locked_Reason__s,Locked_For__s";
        RepeatedRequest reading =
                new RepeatedRequest("reading a lock", bench.head().without("GET", path), CONNECTIONS, 1, false);
        RepeatedRequest decision =
                new RepeatedRequest("single decisions", request(asked.unlocked()), CONNECTIONS, 1, MAY_NOT_BE_KNOWN);
        RepeatedRequest batch = new RepeatedRequest(
                "decisions in batches of %,d".formatted(AskedDecisions.ITEMS),
                request(asked.batchOfRecords()),
                CONNECTIONS_OF_BATCHES,
                AskedDecisions.ITEMS,
                MAY_NOT_BE_KNOWN);
        RepeatedRequest likeReading = constant(lockedAndRead(path));
        RepeatedRequest likeDecision = constant(asked.answer(asked.unlocked(), 1, 0));
        run(List.of(likeReading, reading, likeDecision, decision, batch));
        compare(reading, likeReading, WANTED_OF_READING, figures);
        compare(decision, likeDecision, WANTED_OF_DECISIONS, figures);
        figures.add(batch.what(), "%,.0f decisions a second".formatted(rate(batch)), WANTED_OF_BATCHES);
    }

    private String lockedAndRead(String path) {
        HttpResponse<String> locked = bench.client().lock(AskedDecisions.MODULE, RECORD);
        HttpResponse<String> answer = bench.client().get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(locked.body() + ", then " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String request(Request asked) {
        String body = asked.body();
        if (body == null) {
            throw new IllegalArgumentException(asked.path());
        }
        return bench.head().with("POST", asked.path(), body);
    }

    /** Of the same size as an answer. */
    private RepeatedRequest constant(String answer) {
        int size = answer.getBytes(StandardCharsets.UTF_8).length;
        return new RepeatedRequest(
                "constant route of %d bytes".formatted(size),
                bench.head().anonymous("GET", "/access/v1/constant/" + size),
                CONNECTIONS,
                1,
                false);
    }

    private void run(List<RepeatedRequest> measures) throws IOException {
        for (RepeatedRequest measure : measures) {
            bench.repeat(measure, plan.roundOfReads());
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (RepeatedRequest measure : measures) {
                bench.rounds().add(bench.repeat(measure, plan.roundOfReads()));
            }
        }
    }

    private void compare(RepeatedRequest measure, RepeatedRequest constant, String wanted, Figures figures) {
        double measured = rate(measure);
        double constants = rate(constant);
        figures.add(
                "%s, %d connections ÷ %s".formatted(measure.what(), measure.connections(), constant.what()),
                "%,.0f a second ÷ %,.0f a second = %.2f".formatted(measured, constants, measured / constants),
                wanted);
    }

    private double rate(RepeatedRequest measure) {
        return bench.rounds().median(measure.what()).perSecond();
    }
}
