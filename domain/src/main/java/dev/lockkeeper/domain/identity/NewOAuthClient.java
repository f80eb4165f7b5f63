package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.Naming;
import java.time.Instant;
import java.util.Set;

/** An OAuth client to be stored, with the secrets that are its own. */
public record NewOAuthClient(
        String name, UserId user, Set<Scope> scopes, Secret secret, Secret refreshToken, Instant createdAt) {

    /** @throws IllegalArgumentException when the name is not a {@linkplain Naming#isLabel label} */
    public NewOAuthClient {
        if (!Naming.isLabel(name)) {
            throw new IllegalArgumentException("Not a client's name");
        }
        scopes = Set.copyOf(scopes);
    }
}
