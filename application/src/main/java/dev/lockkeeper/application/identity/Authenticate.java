package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Grant;
import java.time.Clock;
import java.util.Optional;

/** Finds out who calls with an access token. */
public final class Authenticate {

    private final AccessTokens accessTokens;
    private final Clock clock;

    public Authenticate(AccessTokens accessTokens, Clock clock) {
        this.accessTokens = accessTokens;
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
        return accessTokens.find(new AccessToken(token)).filter(grant -> grant.isInForce(clock.instant()));
    }
}
