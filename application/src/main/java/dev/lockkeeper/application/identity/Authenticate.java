package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds out who calls with an access token. */
public final class Authenticate {

    private final AccessTokens accessTokens;
    private final TokenUses uses;
    private final Clock clock;

    /** @param uses takes note of when tokens are used */
    public Authenticate(AccessTokens accessTokens, TokenUses uses, Clock clock) {
        this.accessTokens = accessTokens;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * What the token stands for now.
     *
     * @param token as the caller sent it, well-formed or not
     * @return empty when it stands for nothing, or does so no longer
     */
    public Optional<Grant> execute(String token) {
        if (!AccessToken.isWellFormed(token)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Grant> found = accessTokens.find(new AccessToken(token)).filter(grant -> grant.isInForce(now));
        found.ifPresent(grant -> uses.note(grant, now));
        return found;
    }
}
