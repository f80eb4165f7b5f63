package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Wrk.Request;
import java.time.Duration;

/** Measures how many decisions the service makes when it is asked for many at a time. */
final class BatchDecisions {

    private static final String WANTED = "300,000";

    private static final int CONNECTIONS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(8);

    private final Wrk wrk;
    private final AskedDecisions asked;

    BatchDecisions(Wrk wrk, AskedDecisions asked) {
        this.wrk = wrk;
        this.asked = asked;
    }

    void measure(Figures figures) {
        measure(asked.batchOfRecords(), figures);
        measure(asked.batchOfEvaluations(), figures);
    }

    private void measure(Request request, Figures figures) {
        wrk.perSecond(request, CONNECTIONS, WARM_UP);
        double perSecond = AskedDecisions.ITEMS * wrk.perSecond(request, CONNECTIONS, TIME);
        figures.add(
                "batches of %,d, %s".formatted(AskedDecisions.ITEMS, request.what()),
                "%,.0f decisions a second".formatted(perSecond),
                WANTED);
    }
}
