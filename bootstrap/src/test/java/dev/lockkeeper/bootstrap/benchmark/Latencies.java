package dev.lockkeeper.bootstrap.benchmark;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;

/** How long calls take. */
final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    private Latencies() {}

    /** Of no calls yet. */
    static Latencies none() {
        return new Latencies();
    }

    /**
     * Sends calls at a fixed rate, numbered from 0, until the time is over, whether the ones before have been answered or
     * not. Measured from the moment at which a call was due, so that a stall counts for all the calls that it delays.
     */
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
                    latencies.record(System.nanoTime() - due);
                });
            }
        }
        return latencies;
    }

    /** Makes a call and measures it alone. */
    <T> T time(Supplier<T> call) {
        long begin = System.nanoTime();
        T answer = call.get();
        record(System.nanoTime() - begin);
        return answer;
    }

    void record(long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    void add(Latencies others) {
        micros.add(others.micros);
    }

    long count() {
        return micros.getTotalCount();
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public String toString() {
        return "%d calls, p50 %.2f ms, p99 %.2f ms, p999 %.2f ms"
                .formatted(count(), millisAt(50), millisAt(99), millisAt(99.9));
    }
}
