package dev.lockkeeper.adapter.rest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many requests each caller has left: a token bucket each, which holds {@code burst} requests and is filled up again
 * evenly, by {@code requestsPerSecond}. Kept in this process alone, so that several processes together let through as
 * many times as much.
 */
public final class Allowances {

    /**
     * More callers at a time are not remembered, so that memory is bounded; who was not seen for longest is forgotten
     * first, and begins with a full bucket again.
     */
    static final int MAX_CALLERS = 100_000;

    /** A bucket that nobody asked for in this time is dropped, or as long as it takes to fill if that is longer. */
    private static final Duration SHORTEST_MEMORY = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets;
    private final long requestsPerSecond;
    private final long burst;
    private final TimeMeter clock;

    /**
     * Allowances that are all full.
     *
     * @param requestsPerSecond how many requests a caller may go on sending, at least 1
     * @param burst how many a caller who has paused may send at once, at least 1
     */
    public Allowances(long requestsPerSecond, long burst) {
        this(requestsPerSecond, burst, TimeMeter.SYSTEM_NANOTIME);
    }

    /** The same by another clock. */
    Allowances(long requestsPerSecond, long burst, TimeMeter clock) {
        this.requestsPerSecond = requestsPerSecond;
        this.burst = burst;
        this.clock = clock;
        Duration filling = Duration.ofSeconds(Math.ceilDiv(burst, requestsPerSecond));
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(filling.compareTo(SHORTEST_MEMORY) > 0 ? filling : SHORTEST_MEMORY)
                .build();
    }

    /** Takes one request off; zero when it was there, else how long it takes until it would be. */
    public Duration take(String caller) {
        ConsumptionProbe probe = buckets.get(caller, _ -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How long it takes until one would be there, which takes none off; zero when there is one. */
    Duration untilNext(String caller) {
        Bucket bucket = buckets.getIfPresent(caller);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /** How many callers are remembered just now. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                .build();
    }
}
