package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 500 for a fault of this service: the log learns what it was, the caller that it was. */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailureHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        LOG.error("{} {} failed", request.getMethodName(), request.getPath(), failure);
        return Refusal.INTERNAL_ERROR.answer(request);
    }
}
