package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token stands for.
 *
 * @param expiresAt from then on it stands for nothing; null when it does not expire
 * @param token which of the stored tokens it is; null for one that an identity provider signed
 */
public record Grant(
        User user,
        Set<Scope> scopes,
        @Nullable Instant expiresAt,
        @Nullable TokenId token) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    public boolean isInForce(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
