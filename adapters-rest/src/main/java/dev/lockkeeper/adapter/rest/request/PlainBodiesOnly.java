package dev.lockkeeper.adapter.rest.request;

import dev.lockkeeper.adapter.rest.error.Refusal;
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
 * Refuses a body with a content encoding. No client of the contract sends one, the server would unpack it before it
 * looked at its size, and what cannot be unpacked would be its fault rather than the sender's.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class PlainBodiesOnly implements Ordered {

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    @Nullable HttpResponse<?> refuseEncodedBody(HttpRequest<?> request) {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.equalsIgnoreCase("identity") ? null : Refusal.MALFORMED.answer(request);
    }
}
