package dev.lockkeeper.bootstrap.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How much of everything {@link LockBenchmark} does.
 *
 * @param connections of service and pgbench, in turn
 * @param rounds of each measure of which medians are taken
 * @param warmUp of the service, before anything is measured
 * @param round of locks, as fast as answered
 * @param roundOfReads of reading a lock, of decisions and of what they are compared with
 * @param roundAtRate of locks at a fixed rate
 */
record Plan(
        List<Integer> connections,
        int rounds,
        Duration warmUp,
        Duration round,
        Duration roundOfReads,
        Duration roundAtRate) {

    /** For the figures. */
    static final Plan FULL = new Plan(
            List.of(1, 16, 64, 256),
            5,
            Duration.ofSeconds(20),
            Duration.ofSeconds(8),
            Duration.ofSeconds(4),
            Duration.ofSeconds(15));

    /** Shows that everything works; its figures are of little worth. */
    static final Plan QUICK = new Plan(
            List.of(1, 64),
            1,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2));
}
