package dev.lockkeeper.adapter.rest.answer;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives the {@link SecurityHeaders} to every answer to a request that could be read. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EveryAnswer {

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        SecurityHeaders.addTo(answer, request);
    }
}
