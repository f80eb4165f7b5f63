package dev.lockkeeper.domain.identity;

import java.util.Optional;

/**
 * The access tokens in force: driven port. A store keeps their SHA-256 hashes, never the tokens.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface AccessTokens {

    /** What the token stands for, expired or not; empty when it is unknown. */
    Optional<Grant> find(AccessToken token);
}
