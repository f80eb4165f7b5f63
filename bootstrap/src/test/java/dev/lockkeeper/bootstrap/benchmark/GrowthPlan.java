package dev.lockkeeper.bootstrap.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How far {@link GrowthBenchmark} lets the store grow.
 *
 * @param locks how many are active, one number after the other
 * @param events of the history, in parts that together take two years
 * @param perSecond at which each kind of call is sent
 * @param perSecondAtFirst at which it is sent before, so that the service is warm whatever it is asked
 * @param rounds of each, of which medians are taken
 * @param churned records that are locked and unlocked as fast as answered
 * @param freeGigabytes without which nothing is begun
 * @param heap of the service
 */
record GrowthPlan(
        List<Long> locks,
        long events,
        double perSecond,
        double perSecondAtFirst,
        int rounds,
        Duration warmUp,
        Duration round,
        long churned,
        Duration roundOfChurn,
        long freeGigabytes,
        String heap) {

    /** For the figures. */
    static final GrowthPlan FULL = new GrowthPlan(
            List.of(10_000L, 1_000_000L, 10_000_000L),
            100_000_000,
            200,
            1_500,
            5,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            1_500_000,
            Duration.ofSeconds(10),
            45,
            "-Xmx3g");

    /** Shows that everything works; its figures are of little worth. */
    static final GrowthPlan SMALL = new GrowthPlan(
            List.of(10_000L, 100_000L),
            1_000_000,
            100,
            300,
            1,
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            10_000,
            Duration.ofSeconds(3),
            2,
            "-Xmx512m");
}
