package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token to be stored.
 *
 * @param user for whom it will stand
 * @param expiresAt null when it does not expire
 * @param client the OAuth client that asked for it, and with which it ends; null when an administrator did
 */
public record NewToken(
        AccessToken token,
        UserId user,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable OAuthClientId client) {

    public NewToken {
        scopes = Set.copyOf(scopes);
    }
}
