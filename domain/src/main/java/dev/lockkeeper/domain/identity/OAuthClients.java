package dev.lockkeeper.domain.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registered OAuth clients: driven port. A store keeps the SHA-256 hashes of their secrets and refresh tokens, and
 * compares them in a time that does not depend on what is the same.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface OAuthClients {

    RegisterOutcome register(NewOAuthClient client);

    /** Clients by rising id, from the first beyond {@code after}; at most {@code limit}. */
    List<OAuthClient> list(@Nullable OAuthClientId after, int limit);

    /**
     * Ends a client, with all access tokens that it got, at once.
     *
     * @return whether there was such a client
     */
    boolean remove(OAuthClientId id);

    /** What these credentials are worth. */
    CheckOutcome check(ClientCredentials credentials);
}
