package dev.lockkeeper.adapter.rest.identity;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads {@code Authorization: Zoho-oauthtoken …}, and {@code Bearer …}; schemes compare without case (RFC 9110, 11.1). */
@Singleton
final class AuthorizationTokenReader implements TokenReader<HttpRequest<?>> {

    private static final List<String> SCHEMES = List.of("Zoho-oauthtoken ", "Bearer ");

    private final boolean metricsAreOpen;

    AuthorizationTokenReader(@Value("${lockkeeper.metrics.open}") boolean metricsAreOpen) {
        this.metricsAreOpen = metricsAreOpen;
    }

    /** None where everyone is answered: whoever sends a token along is not to depend on the store for it, nor to load it. */
    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        boolean isOpen = EndpointRoute.isHealth(request)
                || (metricsAreOpen && EndpointRoute.isMetrics(request))
                || RouteAttributes.getRouteMatch(request)
                        .filter(route -> route.getAnnotationMetadata().hasAnnotation(OpenToAll.class))
                        .isPresent();
        return isOpen ? Optional.empty() : find(request);
    }

    static Optional<String> find(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Optional.empty();
        }
        return SCHEMES.stream()
                .filter(scheme -> authorization.regionMatches(true, 0, scheme, 0, scheme.length()))
                .findFirst()
                .map(scheme -> authorization.substring(scheme.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
