package dev.lockkeeper.adapter.rest.limit;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses with 429 an address from which too many requests came without a token in force, before another token is looked
 * up for it. Everyone at that address is refused, so that this is off ({@code lockkeeper.limits.failures-per-second} 0)
 * unless the operator knows that addresses tell clients apart: without a proxy, or with one that writes the client's
 * address into the header that {@code micronaut.server.client-address-header} names, whatever the client put there.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = FailureLimit.FAILURES_PER_SECOND, notEquals = "0")
final class FailureLimit implements Ordered {

    static final String FAILURES_PER_SECOND = "lockkeeper.limits.failures-per-second";

    /** How many seconds' worth of failures an address may have at once: many clients may begin with a token of yesterday. */
    private static final int BURST_SECONDS = 10;

    private final Allowances allowances;
    private final @Nullable String addressHeader;
    private final TooManyRequests tooMany;

    FailureLimit(
            @Value("${" + FAILURES_PER_SECOND + "}") long failuresPerSecond,
            @Property(name = "micronaut.server.client-address-header") @Nullable String addressHeader,
            TooManyRequests tooMany) {
        this.allowances = new Allowances(failuresPerSecond, failuresPerSecond * BURST_SECONDS);
        this.addressHeader = addressHeader;
        this.tooMany = tooMany;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseWhoFailedTooOften(HttpRequest<?> request) {
        if (tooMany.isNeverRefused(request)) {
            return null;
        }
        Duration wait = allowances.untilNext(address(request));
        return wait.isPositive() ? tooMany.refusal(request, wait) : null;
    }

    @ResponseFilter
    void count(HttpRequest<?> request, HttpResponse<?> answer) {
        // Zoho answers 401 where a scope is missing, too; there the caller is known.
        boolean isUnknown = answer.code() == HttpStatus.UNAUTHORIZED.getCode()
                && request.getUserPrincipal().isEmpty();
        if (isUnknown || FailedAttempt.isMarked(request)) {
            allowances.take(address(request));
        }
    }

    private String address(HttpRequest<?> request) {
        return Optional.ofNullable(addressHeader)
                .map(header -> request.getHeaders().get(header))
                .orElseGet(() -> request.getRemoteAddress().getHostString());
    }
}
