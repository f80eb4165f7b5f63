package dev.lockkeeper.adapter.rest.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code Authorization: Zoho-oauthtoken …}, and {@code Bearer …}; schemes compare without case (RFC 9110, 11.1). */
@Singleton
final class AuthorizationTokenReader implements TokenReader<HttpRequest<?>> {

    /** Answered to everyone; whoever sends a token along is not to depend on the store for it. */
    private static final Set<String> HEALTH = Set.of("/health", "/health/liveness", "/health/readiness");

    private static final List<String> SCHEMES = List.of("Zoho-oauthtoken ", "Bearer ");

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        return HEALTH.contains(request.getPath()) ? Optional.empty() : find(request);
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
