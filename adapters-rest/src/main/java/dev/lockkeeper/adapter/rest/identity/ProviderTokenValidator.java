package dev.lockkeeper.adapter.rest.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockkeeper.application.identity.RecogniseUser;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.User;
import io.micronaut.context.annotation.Requires;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Turns a token of the company's OpenID provider into its {@link Caller}; any other is left to the other validators. */
@Singleton
@Requires(beans = OpenIdProvider.class)
final class ProviderTokenValidator implements TokenValidator<HttpRequest<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderTokenValidator.class);

    /** How every JWT begins that is signed: the Base64 of the beginning of a JSON object. */
    private static final String BEGINNING = "eyJ";

    private final ProviderTokens tokens;
    private final ClaimMapping mapping;
    private final RecogniseUser recogniseUser;
    private final Scheduler blocking;

    ProviderTokenValidator(
            OpenIdProvider provider,
            RecogniseUser recogniseUser,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = new ProviderTokens(provider);
        this.mapping = new ClaimMapping(provider.claims());
        this.recogniseUser = recogniseUser;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return token.startsWith(BEGINNING)
                ? Mono.fromCallable(() -> caller(token)).subscribeOn(blocking).flatMap(Mono::justOrEmpty)
                : Mono.empty();
    }

    private Optional<Caller> caller(String token) {
        return tokens.claims(token)
                .flatMap(claims -> user(claims)
                        .map(user -> new Caller(new Grant(
                                user,
                                mapping.scopes(claims),
                                claims.getExpirationTime().toInstant(),
                                null))));
    }

    private Optional<User> user(JWTClaimsSet claims) {
        Optional<RecogniseUser.Claims> said = mapping.user(claims);
        if (said.isEmpty()) {
            LOG.debug("A token of the identity provider does not say who somebody is, or of which profile");
            return Optional.empty();
        }
        return switch (recogniseUser.execute(said.get())) {
            case RecogniseUser.Recognised(User user) -> Optional.of(user);
            case RecogniseUser.Unknown() -> {
                LOG.debug(
                        "The identity provider vouches for {}, who is no user here",
                        said.get().id());
                yield Optional.empty();
            }
            case RecogniseUser.NoSuchProfile(String name) -> {
                LOG.warn(
                        "The identity provider gives {} the profile {}, which there is not",
                        said.get().id(),
                        name);
                yield Optional.empty();
            }
        };
    }
}
