package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A program that gets access tokens by itself, for an hour each, with its secret (RFC 6749).
 *
 * @param user for whom its tokens stand
 * @param scopes of its tokens
 */
public record OAuthClient(OAuthClientId id, String name, UserRef user, Set<Scope> scopes, Instant createdAt) {

    public OAuthClient {
        scopes = Set.copyOf(scopes);
    }
}
