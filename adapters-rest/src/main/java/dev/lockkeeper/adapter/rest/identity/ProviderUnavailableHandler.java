package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.adapter.rest.error.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks to come again while the identity provider is away. */
@Singleton
final class ProviderUnavailableHandler implements ExceptionHandler<ProviderUnavailable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderUnavailableHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public HttpResponse<?> handle(HttpRequest request, ProviderUnavailable failure) {
        LOG.warn("{}: {}", failure.getMessage(), String.valueOf(failure.getCause()));
        return Refusal.PROVIDER_UNAVAILABLE.answer(request);
    }
}
