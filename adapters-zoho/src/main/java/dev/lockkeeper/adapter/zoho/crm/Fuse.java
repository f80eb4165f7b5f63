package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves Zoho alone for a while when half of the last calls found it away or broken. A refusal is no failure. */
final class Fuse {

    private static final Logger LOG = LoggerFactory.getLogger(Fuse.class);
    private static final int JUDGED_CALLS = 20;
    private static final int FEWEST_CALLS = 10;
    private static final int PROBES = 3;
    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Duration openFor;
    private final InstantSource clock;
    private volatile Instant openedAt = Instant.MIN;

    Fuse(ZohoAccount account, InstantSource clock) {
        this.openFor = account.breakerOpenFor();
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "zoho",
                CircuitBreakerConfig.custom()
                        .slidingWindow(JUDGED_CALLS, FEWEST_CALLS, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitDurationInOpenState(openFor)
                        // So that a probe whose process was stopped in between blocks nobody for ever.
                        .maxWaitDurationInHalfOpenState(account.callTimeout().multipliedBy(2))
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openedAt = clock.instant();
            }
            LOG.warn("Calls of Zoho: {}", event.getStateTransition());
        });
    }

    /** When a call that is not permitted now is to be tried again; null when it is worth trying to get permission. */
    @Nullable
    Duration blownFor() {
        return state() == ZohoFigures.Breaker.OPEN ? retryAfter() : null;
    }

    /** Whether a call may be made, of which then one of the other methods tells the end. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, new IOException("Zoho is away or broken"));
    }

    Duration retryAfter() {
        Duration left = Duration.between(clock.instant(), openedAt.plus(openFor));
        return state() == ZohoFigures.Breaker.OPEN && left.compareTo(SHORTEST_RETRY) > 0 ? left : SHORTEST_RETRY;
    }

    ZohoFigures.Breaker state() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> ZohoFigures.Breaker.CLOSED;
            case HALF_OPEN -> ZohoFigures.Breaker.HALF_OPEN;
            case OPEN, FORCED_OPEN ->
                // The next call is let through, which is when the library notices that the time is over.
                clock.instant().isBefore(openedAt.plus(openFor))
                        ? ZohoFigures.Breaker.OPEN
                        : ZohoFigures.Breaker.HALF_OPEN;
        };
    }
}
