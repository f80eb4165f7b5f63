package dev.lockkeeper.adapter.rest.limit;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/**
 * Has calls count that lack a scope: their tokens were looked up, and then security answered before {@link RateLimit} had
 * its turn. It stands before security, and so sees what that answers.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = RateLimit.REQUESTS_PER_SECOND, notEquals = "0")
final class ScopelessCallers implements Ordered {

    private final RateLimit rateLimit;

    ScopelessCallers(RateLimit rateLimit) {
        this.rateLimit = rateLimit;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @ResponseFilter
    @Nullable
    HttpResponse<?> count(HttpRequest<?> request) {
        return rateLimit.refuseUncounted(request);
    }
}
