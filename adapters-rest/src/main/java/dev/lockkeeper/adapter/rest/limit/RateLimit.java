package dev.lockkeeper.adapter.rest.limit;

import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.Caller;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Refuses with 429 a caller that sends more than its share, and says in {@code Retry-After} when to come again (RFC 6585,
 * section 4). It comes after authentication, whose answer says whose share it is; calls without one, such as those for
 * health, are never refused here. Switched off by {@code lockkeeper.limits.requests-per-second} 0.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = RateLimit.REQUESTS_PER_SECOND, notEquals = "0")
final class RateLimit implements Ordered {

    static final String REQUESTS_PER_SECOND = "lockkeeper.limits.requests-per-second";

    private final Allowances allowances;
    private final Counter refused;

    RateLimit(
            @Value("${" + REQUESTS_PER_SECOND + "}") long requestsPerSecond,
            @Value("${lockkeeper.limits.burst}") long burst,
            MeterRegistry meters) {
        this.allowances = new Allowances(requestsPerSecond, burst, TimeMeter.SYSTEM_NANOTIME);
        this.refused = Counter.builder("lockkeeper.requests.limited")
                .description("Requests refused with 429 since their caller sent too many")
                .register(meters);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseWhatIsTooMuch(HttpRequest<?> request) {
        return request.getUserPrincipal(Caller.class)
                .map(Caller::rateKey)
                .map(allowances::take)
                .filter(Duration::isPositive)
                .map(wait -> refusal(request, wait))
                .orElse(null);
    }

    private HttpResponse<?> refusal(HttpRequest<?> request, Duration wait) {
        refused.increment();
        // Whole seconds, and none that would be too early.
        long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return Refusal.TOO_MANY_REQUESTS.answer(request).header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
