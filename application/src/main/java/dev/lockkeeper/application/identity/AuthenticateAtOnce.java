package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out who calls with an access token that was used a short while ago, as {@link Authenticate} does, and never makes
 * its thread wait.
 */
public final class AuthenticateAtOnce {

    private final AccessTokens accessTokens;
    private final TokenUses uses;
    private final Clock clock;

    /**
     * The use case.
     *
     * @param uses takes note of when tokens are used
     */
    public AuthenticateAtOnce(AccessTokens accessTokens, TokenUses uses, Clock clock) {
        this.accessTokens = accessTokens;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * What the token stands for now.
     *
     * @param token as the caller sent it, well-formed or not
     * @return empty when {@link Authenticate} has to be asked
     * @throws dev.lockkeeper.domain.store.StoreUnavailable when that would be in vain
     */
    public Optional<Grant> execute(String token) {
        if (!AccessToken.isWellFormed(token)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Grant> recalled = accessTokens.recall(new AccessToken(token)).filter(grant -> grant.isInForce(now));
        recalled.ifPresent(grant -> uses.note(grant, now));
        return recalled;
    }
}
