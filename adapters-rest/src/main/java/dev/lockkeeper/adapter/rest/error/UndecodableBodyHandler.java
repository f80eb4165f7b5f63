package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;

/** A body that is not in the content encoding that it claims: the sender's fault, which the server takes for its own. */
@Singleton
final class UndecodableBodyHandler implements ExceptionHandler<DecoderException, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public HttpResponse<?> handle(HttpRequest request, DecoderException failure) {
        return Refusal.MALFORMED.answer(request);
    }
}
