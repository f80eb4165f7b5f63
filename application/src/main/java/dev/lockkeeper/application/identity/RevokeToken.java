package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.RevokeOutcome;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.identity.User;
import java.time.Clock;
import java.util.Optional;

/** Ends an access token, for the next call with it on whatever process. */
public final class RevokeToken {

    private final AccessTokens accessTokens;
    private final Clock clock;

    public RevokeToken(AccessTokens accessTokens, Clock clock) {
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    /**
     * Who wants which token to end.
     *
     * @param token its id, as the caller wrote it
     */
    public record Command(User caller, String token) {}

    /** What became of it; only {@link #REVOKED} changed anything. */
    public enum Outcome {
        REVOKED,
        /** The caller may not administer. */
        NOT_PERMITTED,
        UNKNOWN_TOKEN,
        /** Nobody could administer any more. */
        LAST_ADMINISTRATOR
    }

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return Outcome.NOT_PERMITTED;
        }
        Optional<TokenId> id = TokenId.parse(command.token());
        if (id.isEmpty()) {
            return Outcome.UNKNOWN_TOKEN;
        }
        return switch (accessTokens.revoke(id.get(), clock.instant())) {
            case RevokeOutcome.REVOKED -> Outcome.REVOKED;
            case RevokeOutcome.UNKNOWN -> Outcome.UNKNOWN_TOKEN;
            case RevokeOutcome.LAST_ADMINISTRATOR -> Outcome.LAST_ADMINISTRATOR;
        };
    }
}
