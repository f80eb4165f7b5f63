package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.adapter.rest.error.Surface;
import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.identity.AuthenticateAtOnce;
import dev.lockkeeper.domain.identity.Grant;
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
 * Turns an access token into its {@link Caller}: for decisions on the spot, where the token was used a short while ago, so
 * that the request need not leave the event loop; otherwise in the store, which every other call asks each time.
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
        if (request != null && Surface.of(request) == Surface.ACCESS) {
            Optional<Grant> recalled = authenticateAtOnce.execute(token);
            if (recalled.isPresent()) {
                return Mono.just(new Caller(recalled.get()));
            }
        }
        return Mono.fromCallable(() -> authenticate.execute(token))
                .subscribeOn(blocking)
                .flatMap(grant -> Mono.justOrEmpty(grant.map(Caller::new)));
    }
}
