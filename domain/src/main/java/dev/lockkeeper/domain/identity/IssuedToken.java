package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an access token, but not the token.
 *
 * @param expiresAt from then on it stands for nothing; null when it does not expire
 * @param lastUsedAt about when somebody called with it last; null when nobody did
 * @param client the OAuth client that it was made for; null for one that an administrator made
 */
public record IssuedToken(
        TokenId id,
        UserRef user,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable OAuthClientId client) {

    public IssuedToken {
        scopes = Set.copyOf(scopes);
    }
}
