package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Gives refusals of HEAD the status that GET would have: they have no body, and so the server does not ask {@link
 * ErrorAnswers} for their form. Zoho's contract knows neither 405 nor 413.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class HeadRefusals {

    @ResponseFilter
    void translate(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (request.getMethod() != HttpMethod.HEAD || Surface.of(request) != Surface.ZOHO) {
            return;
        }
        if (answer.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
            answer.status(HttpStatus.FORBIDDEN);
        } else if (answer.code() == HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode()) {
            answer.status(HttpStatus.BAD_REQUEST);
        }
    }
}
