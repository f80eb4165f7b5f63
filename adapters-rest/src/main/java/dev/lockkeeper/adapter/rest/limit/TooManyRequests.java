package dev.lockkeeper.adapter.rest.limit;

import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.EndpointRoute;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.time.Duration;

/**
 * Refuses with 429, says in {@code Retry-After} when to come again (RFC 6585, section 4), and counts: from the start on,
 * since a counter that comes into being with the first refusal seems never to have risen.
 */
@Context
final class TooManyRequests {

    private final Counter refused;

    private final boolean metricsAreOpen;

    TooManyRequests(MeterRegistry meters, @Value("${lockkeeper.metrics.open}") boolean metricsAreOpen) {
        this.metricsAreOpen = metricsAreOpen;
        this.refused = Counter.builder("lockkeeper.requests.limited")
                .description("Requests refused with 429 since their caller sent too many")
                .register(meters);
    }

    /** Whoever watches over the service is to see it most of all when much is asked of it. */
    boolean isNeverRefused(HttpRequest<?> request) {
        return EndpointRoute.isHealth(request) || (metricsAreOpen && EndpointRoute.isMetrics(request));
    }

    HttpResponse<?> refusal(HttpRequest<?> request, Duration wait) {
        refused.increment();
        return Refusal.TOO_MANY_REQUESTS.answer(request).header(HttpHeaders.RETRY_AFTER, RetryAfter.of(wait));
    }
}
