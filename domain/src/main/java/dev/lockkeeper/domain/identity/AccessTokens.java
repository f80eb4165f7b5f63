package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens in force: driven port. A store keeps their SHA-256 hashes, never the tokens.
 *
 * <p>An <em>administrator's token</em> is one in force that an administrator made, with {@link Scope#ADMINISTRATION}, of
 * a user whose profile has {@link Permission#ADMINISTER}. Where there is one, no call of this port or of {@link Profiles}
 * takes the last one away, however many try at once; time may.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface AccessTokens {

    /** What the token stands for, expired or not; empty when it is unknown. A revoked one is unknown at once. */
    Optional<Grant> find(AccessToken token);

    /**
     * What {@link #find} answered for the token a short while ago, at once and whatever the store does; empty where that
     * is not remembered, which it need not be. A token whose revocation was answered is remembered by no process.
     *
     * @throws dev.lockkeeper.domain.store.StoreUnavailable when the store has been away for so long that nobody could be
     *     answered by what is remembered
     */
    Optional<Grant> recall(AccessToken token);

    /** Puts a token in force. Of the client that asked for it, if one did, it removes those that have expired. */
    IssueOutcome issue(NewToken token);

    /** Tokens by rising id, expired ones among them, from the first beyond {@code after}; at most {@code limit}. */
    List<IssuedToken> list(@Nullable TokenId after, int limit);

    /**
     * Ends a token.
     *
     * @param now at which tokens have expired or not
     */
    RevokeOutcome revoke(TokenId id, Instant now);

    /** Notes when tokens were last used; unknown ones are passed over, and no time goes back. */
    void noteUses(Map<TokenId, Instant> uses);
}
