package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.IssueOutcome;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.NewToken;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues an access token for a user; nobody learns it again but from the answer. */
public final class IssueToken {

    /** The longest that a token with an end may live: ten years. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private final AccessTokens accessTokens;
    private final NewSecrets secrets;
    private final Clock clock;

    public IssueToken(AccessTokens accessTokens, NewSecrets secrets, Clock clock) {
        this.accessTokens = accessTokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A token as the caller wants it.
     *
     * @param life in whole seconds, up to {@link #LONGEST_LIFE}; null when it shall not expire
     */
    public record Wanted(
            UserId user, Set<Scope> scopes, @Nullable Duration life) {}

    /**
     * Who wants which token.
     *
     * @param wanted null when the caller described none that could be accepted
     */
    public record Command(User caller, @Nullable Wanted wanted) {}

    /** What became of it; only {@link Issued} changed anything. In this order: permission, token, user. */
    public sealed interface Outcome {}

    public record Issued(AccessToken token, IssuedToken issued) implements Outcome {}

    /** The caller may not administer. */
    public record NotPermitted() implements Outcome {}

    /** The command did not describe an acceptable token. */
    public record TokenRefused() implements Outcome {}

    public record NoSuchUser() implements Outcome {}

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return new NotPermitted();
        }
        Wanted wanted = command.wanted();
        if (wanted == null) {
            return new TokenRefused();
        }
        AccessToken token = secrets.accessToken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = wanted.life() == null ? null : now.plus(wanted.life());
        return switch (accessTokens.issue(new NewToken(token, wanted.user(), wanted.scopes(), now, expiresAt, null))) {
            case IssueOutcome.Issued(IssuedToken issued) -> new Issued(token, issued);
            case IssueOutcome.NoSuchUser() -> new NoSuchUser();
            case IssueOutcome.NoSuchClient() -> throw new IllegalStateException("No client asked for it");
        };
    }
}
