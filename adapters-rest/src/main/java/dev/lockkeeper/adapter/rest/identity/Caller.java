package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.identity.User;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.io.Serial;
import java.util.Map;

/** Who sent a request: the user and scopes that its access token stands for. */
public final class Caller implements Authentication {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Grant grant;

    Caller(Grant grant) {
        this.grant = grant;
    }

    /**
     * The user who sent the request.
     *
     * @throws IllegalStateException where no token was checked: only calls without {@link RequiresScope}
     */
    public static User of(HttpRequest<?> request) {
        return request.getUserPrincipal(Caller.class)
                .orElseThrow(() -> new IllegalStateException("No token was checked"))
                .grant
                .user();
    }

    /**
     * Whose share of requests a request counts against: the token's or, where an identity provider signs a new one every
     * few minutes, the user's.
     */
    public String rateKey() {
        TokenId token = grant.token();
        return token == null ? "user " + grant.user().id() : "token " + token;
    }

    Grant grant() {
        return grant;
    }

    @Override
    public String getName() {
        return grant.user().name();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
