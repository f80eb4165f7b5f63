package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.adapter.rest.error.Refusal;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Says why a caller was not let in: no token, one that stands for nothing, or one without the scope. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AccessRefusedHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // The interface is raw.
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        return refusal(request, refused).answer(request);
    }

    private static Refusal refusal(HttpRequest<?> request, AuthorizationException refused) {
        if (refused.getAuthentication() != null) {
            return Refusal.SCOPE_MISMATCH;
        }
        return AuthorizationTokenReader.find(request).isPresent() ? Refusal.INVALID_TOKEN : Refusal.NO_TOKEN;
    }
}
