package dev.lockkeeper.bootstrap.benchmark;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * How long calls take that are sent at a fixed rate, whether the ones before have been answered or not. Measured from
 * the moment at which a call was due, so that a stall counts for all the calls that it delays.
 */
final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    private Latencies() {}

    /** Sends calls, numbered from 0, until the time is over. */
    static Latencies at(int callsPerSecond, Duration time, LongConsumer call) {
        Latencies latencies = new Latencies();
        long interval = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
        long begin = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long number = 0; number * interval < time.toNanos(); number++) {
                long due = begin + number * interval;
                LockSupport.parkNanos(due - System.nanoTime());
                long current = number;
                callers.execute(() -> {
                    call.accept(current);
                    latencies.micros.recordValue(
                            Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
                });
            }
        }
        return latencies;
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public String toString() {
        return "%d calls, p50 %.2f ms, p99 %.2f ms, p999 %.2f ms"
                .formatted(micros.getTotalCount(), millisAt(50), millisAt(99), millisAt(99.9));
    }
}
