package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.adapter.rest.error.Surface;
import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.identity.AuthenticateAtOnce;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Turns an access token into its {@link Caller}: on the spot, where the token was used a short while ago, so that the
 * request need not leave the event loop for that; otherwise in the store.
 */
@Singleton
final class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {

    private final Authenticate authenticate;
    private final AuthenticateAtOnce authenticateAtOnce;
    private final Scheduler blocking;

    AccessTokenValidator(
            Authenticate authenticate,
            AuthenticateAtOnce authenticateAtOnce,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.authenticate = authenticate;
        this.authenticateAtOnce = authenticateAtOnce;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        Optional<Grant> recalled = recall(token, request);
        if (recalled.isPresent()) {
            return Mono.just(new Caller(recalled.get()));
        }
        return Mono.fromCallable(() -> authenticate.execute(token))
                .subscribeOn(blocking)
                .flatMap(grant -> Mono.justOrEmpty(grant.map(Caller::new)));
    }

    private Optional<Grant> recall(String token, @Nullable HttpRequest<?> request) {
        try {
            return authenticateAtOnce.execute(token);
        } catch (StoreUnavailable e) {
            if (request != null && Surface.of(request) == Surface.ACCESS) {
                throw e;
            }
            // Decisions are not known then, but the store may answer other calls.
            return Optional.empty();
        }
    }
}
