package dev.lockkeeper.adapter.rest.limit;

import dev.lockkeeper.adapter.rest.identity.Caller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Refuses with 429 a caller that sends more than its share. It comes after authentication, whose answer says whose share
 * it is. Switched off by {@code lockkeeper.limits.requests-per-second} 0.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = RateLimit.REQUESTS_PER_SECOND, notEquals = "0")
final class RateLimit implements Ordered {

    static final String REQUESTS_PER_SECOND = "lockkeeper.limits.requests-per-second";

    private static final String COUNTED = "lockkeeper.rate.counted";

    private final Allowances allowances;
    private final TooManyRequests tooMany;

    RateLimit(
            @Value("${" + REQUESTS_PER_SECOND + "}") long requestsPerSecond,
            @Value("${lockkeeper.limits.burst}") long burst,
            TooManyRequests tooMany) {
        this.allowances = new Allowances(requestsPerSecond, burst);
        this.tooMany = tooMany;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseWhatIsTooMuch(HttpRequest<?> request) {
        request.setAttribute(COUNTED, true);
        return refusal(request);
    }

    /** The same for a request that {@link #refuseWhatIsTooMuch} did not see. */
    @Nullable
    HttpResponse<?> refuseUncounted(HttpRequest<?> request) {
        return request.getAttribute(COUNTED).isPresent() ? null : refusal(request);
    }

    private @Nullable HttpResponse<?> refusal(HttpRequest<?> request) {
        if (tooMany.isNeverRefused(request)) {
            return null;
        }
        return request.getUserPrincipal(Caller.class)
                .map(Caller::rateKey)
                .map(allowances::take)
                .filter(Duration::isPositive)
                .map(wait -> tooMany.refusal(request, wait))
                .orElse(null);
    }
}
