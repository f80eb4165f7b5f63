package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.CheckOutcome;
import dev.lockkeeper.domain.identity.ClientCredentials;
import dev.lockkeeper.domain.identity.IssueOutcome;
import dev.lockkeeper.domain.identity.NewToken;
import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;

/** Issues an access token to an OAuth client, for the client's user. */
public final class IssueClientToken {

    /** How long such a token lives: as long as Zoho's do. */
    public static final Duration LIFE = Duration.ofHours(1);

    private final OAuthClients clients;
    private final AccessTokens accessTokens;
    private final NewSecrets secrets;
    private final Function<OAuthClientId, Duration> allowance;
    private final Clock clock;

    /**
     * On these ports.
     *
     * @param allowance takes one token off what a client may have, and says how long it has to wait for it: zero when it
     *     may have it now
     */
    public IssueClientToken(
            OAuthClients clients,
            AccessTokens accessTokens,
            NewSecrets secrets,
            Function<OAuthClientId, Duration> allowance,
            Clock clock) {
        this.allowance = allowance;
        this.clients = clients;
        this.accessTokens = accessTokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Who asks, and for what.
     *
     * @param scopes that the token shall be limited to; none asks for all of the client's
     */
    public record Command(ClientCredentials credentials, Set<Scope> scopes) {}

    /**
     * What became of it; only {@link Issued} changed anything. In this order: client, secret, refresh token, scopes, how
     * often the client has asked.
     */
    public sealed interface Outcome {}

    public record Issued(AccessToken token, Set<Scope> scopes) implements Outcome {}

    public record UnknownClient() implements Outcome {}

    public record WrongSecret() implements Outcome {}

    public record WrongRefreshToken() implements Outcome {}

    /** A scope was asked for that the client does not have. */
    public record ScopeRefused() implements Outcome {}

    /** The client has asked too often, and may come again after this. */
    public record TooSoon(Duration delay) implements Outcome {}

    public Outcome execute(Command command) {
        return switch (clients.check(command.credentials())) {
            case CheckOutcome.UnknownClient() -> new UnknownClient();
            case CheckOutcome.WrongSecret() -> new WrongSecret();
            case CheckOutcome.WrongRefreshToken() -> new WrongRefreshToken();
            case CheckOutcome.Accepted(OAuthClient client) -> issue(client, command.scopes());
        };
    }

    private Outcome issue(OAuthClient client, Set<Scope> asked) {
        if (!client.scopes().containsAll(asked)) {
            return new ScopeRefused();
        }
        Duration wait = allowance.apply(client.id());
        if (wait.isPositive()) {
            return new TooSoon(wait);
        }
        Set<Scope> scopes = asked.isEmpty() ? client.scopes() : asked;
        AccessToken token = secrets.accessToken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (accessTokens.issue(
                new NewToken(token, client.user().id(), scopes, now, now.plus(LIFE), client.id()))) {
            case IssueOutcome.Issued _ -> new Issued(token, scopes);
            case IssueOutcome.NoSuchClient() -> new UnknownClient();
            case IssueOutcome.NoSuchUser() -> throw new IllegalStateException("Users are never removed");
        };
    }
}
