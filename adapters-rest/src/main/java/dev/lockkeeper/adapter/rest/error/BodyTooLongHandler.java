package dev.lockkeeper.adapter.rest.error;

import dev.lockkeeper.adapter.rest.json.BodyTooLong;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a body that is longer than its call takes as one that is longer than the server takes. */
@Singleton
final class BodyTooLongHandler implements ExceptionHandler<BodyTooLong, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public HttpResponse<?> handle(HttpRequest request, BodyTooLong failure) {
        return Refusal.TOO_LARGE.answer(request);
    }
}
