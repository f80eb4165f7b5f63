package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.util.Locale;

/** Measures locking and unlocking, by turns through the service and by pgbench, and compares the two. */
final class LockRounds {

    /** Where latencies are compared: so many connections, at this part of what the service can do at most. */
    private static final int CONNECTIONS_AT_RATE = 64;

    private static final double PART_OF_PEAK = 0.5;
    private static final String WANTED_AT_RATE = "at most 3";

    private final Bench bench;
    private final Plan plan;

    LockRounds(Bench bench, Plan plan) {
        this.bench = bench;
        this.plan = plan;
    }

    /** Until the service's code has been compiled and both have connections and pages in memory; not measured. */
    void warmUp() throws IOException {
        bench.pgbench().asFastAsCommitted(CONNECTIONS_AT_RATE, plan.round());
        bench.locks("warm-up", CONNECTIONS_AT_RATE, new Pace.AsAnswered(plan.warmUp()));
    }

    /** As fast as answered. */
    void asFastAsAnswered(Figures figures) throws IOException {
        for (int connections : plan.connections()) {
            for (int round = 0; round < plan.rounds(); round++) {
                bench.direct(direct(connections), () -> bench.pgbench().asFastAsCommitted(connections, plan.round()));
                bench.rounds().add(bench.locks(through(connections), connections, new Pace.AsAnswered(plan.round())));
            }
            double direct = bench.rounds().median(direct(connections)).perSecond();
            double through = bench.rounds().median(through(connections)).perSecond();
            figures.add(
                    "lock and unlock, %d connection%s: service ÷ pgbench".formatted(connections, plural(connections)),
                    "%,.0f a second ÷ %,.0f a second = %.2f".formatted(through, direct, through / direct),
                    wanted(connections));
        }
    }

    /** As many changes a second on both sides, measured from when each of them was due. */
    void atRate(Figures figures) throws IOException {
        double rate = PART_OF_PEAK
                * plan.connections().stream()
                        .mapToDouble(connections ->
                                bench.rounds().median(through(connections)).perSecond())
                        .max()
                        .orElseThrow();
        String at = String.format(Locale.ROOT, " at %,.0f a second", rate);
        String direct = direct(CONNECTIONS_AT_RATE) + at;
        String through = through(CONNECTIONS_AT_RATE) + at;
        for (int round = 0; round < plan.rounds(); round++) {
            bench.direct(direct, () -> bench.pgbench().atRate(CONNECTIONS_AT_RATE, plan.roundAtRate(), rate));
            bench.rounds().add(bench.locks(through, CONNECTIONS_AT_RATE, new Pace.AtRate(rate, plan.roundAtRate())));
        }
        double directP99 = bench.rounds().median(direct).p99();
        double throughP99 = bench.rounds().median(through).p99();
        figures.add(
                "99th percentile of these, %d connections, half of the highest rate: service ÷ pgbench"
                        .formatted(CONNECTIONS_AT_RATE),
                "%.2f ms ÷ %.2f ms = %.2f".formatted(throughP99, directP99, throughP99 / directP99),
                WANTED_AT_RATE);
    }

    private static String wanted(int connections) {
        return switch (connections) {
            case 1 -> "at least 0.35";
            case 64 -> "at least 1.0";
            case 256 -> "at least 1.5";
            default -> "–";
        };
    }

    private static String direct(int clients) {
        return "pgbench, %d client%s".formatted(clients, plural(clients));
    }

    private static String through(int connections) {
        return "service, %d connection%s".formatted(connections, plural(connections));
    }

    private static String plural(int number) {
        return number == 1 ? "" : "s";
    }
}
