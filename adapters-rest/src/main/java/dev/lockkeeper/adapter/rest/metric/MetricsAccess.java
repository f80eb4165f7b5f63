package dev.lockkeeper.adapter.rest.metric;

import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.EndpointRoute;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code lockkeeper.metrics.open} is {@code false}, shows metrics to those with an access token in force, whatever
 * its scopes. They tell how busy the service is, and nothing of its records, users or tokens.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = "lockkeeper.metrics.open", value = "false")
final class MetricsAccess implements Ordered {

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuseWhoHasNoToken(HttpRequest<?> request) {
        if (!EndpointRoute.isMetrics(request)
                || request.getUserPrincipal(Caller.class).isPresent()) {
            return null;
        }
        boolean unknown = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
        return (unknown ? Refusal.INVALID_TOKEN : Refusal.NO_TOKEN).answer(request);
    }
}
