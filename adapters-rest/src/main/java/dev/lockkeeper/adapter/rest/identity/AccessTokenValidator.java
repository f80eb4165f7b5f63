package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.application.identity.Authenticate;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Turns an access token into its {@link Caller}. */
@Singleton
final class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {

    private final Authenticate authenticate;
    private final Scheduler blocking;

    AccessTokenValidator(Authenticate authenticate, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.authenticate = authenticate;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return Mono.fromCallable(() -> authenticate.execute(token))
                .subscribeOn(blocking)
                .flatMap(grant -> Mono.justOrEmpty(grant.map(Caller::new)));
    }
}
