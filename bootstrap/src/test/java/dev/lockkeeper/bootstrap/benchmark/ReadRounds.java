package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Wrk.Request;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Measures reading a lock and asking for decisions, by turns with the constant route that answers as many bytes. */
final class ReadRounds {

    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_OF_BATCHES = 4;
    private static final String WANTED_OF_READING = "at least 0.5";
    private static final String WANTED_OF_DECISIONS = "at least 0.6";
    private static final String WANTED_OF_BATCHES = "at least 300,000";

    /** Not one of those that are asked about, nor one that is locked and unlocked. */
    private static final long RECORD = DirectLocks.FIRST_RECORD - 1;

    private final Bench bench;
    private final Plan plan;

    ReadRounds(Bench bench, Plan plan) {
        this.bench = bench;
        this.plan = plan;
    }

    /**
     * What is sent.
     *
     * @param request with its head
     * @param each what one request counts for
     */
    private record Measure(String what, String request, int connections, int each) {}

    void measure(Figures figures) throws IOException {
        AskedDecisions asked = new AskedDecisions(bench.client());
        asked.lock();
        asked.check();
        String path = LockTurns.path(RECORD) + "?fields=Locked_Reason__s,Locked_For__s";
        Measure reading = new Measure("reading a lock", bench.head().without("GET", path), CONNECTIONS, 1);
        Measure decision = new Measure("single decisions", request(asked.unlocked()), CONNECTIONS, 1);
        Measure batch = new Measure(
                "decisions in batches of %,d".formatted(AskedDecisions.ITEMS),
                request(asked.batchOfRecords()),
                CONNECTIONS_OF_BATCHES,
                AskedDecisions.ITEMS);
        Measure likeReading = constant(lockedAndRead(path));
        Measure likeDecision = constant(asked.answer(asked.unlocked(), 1, 0));
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
    private Measure constant(String answer) {
        int size = answer.getBytes(StandardCharsets.UTF_8).length;
        return new Measure(
                "constant route of %d bytes".formatted(size),
                bench.head().anonymous("GET", "/access/v1/constant/" + size),
                CONNECTIONS,
                1);
    }

    private void run(List<Measure> measures) throws IOException {
        for (Measure measure : measures) {
            run(measure, plan.roundOfReads());
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (Measure measure : measures) {
                bench.rounds().add(run(measure, plan.roundOfReads()));
            }
        }
    }

    private Round run(Measure measure, Duration time) throws IOException {
        return bench.same(
                measure.what(), measure.request(), measure.connections(), new Pace.AsAnswered(time), measure.each());
    }

    private void compare(Measure measure, Measure constant, String wanted, Figures figures) {
        double measured = rate(measure);
        double constants = rate(constant);
        figures.add(
                "%s, %d connections ÷ %s".formatted(measure.what(), measure.connections(), constant.what()),
                "%,.0f a second ÷ %,.0f a second = %.2f".formatted(measured, constants, measured / constants),
                wanted);
    }

    private double rate(Measure measure) {
        return bench.rounds().median(measure.what()).perSecond();
    }
}
