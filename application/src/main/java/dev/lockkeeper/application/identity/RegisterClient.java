package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.NewOAuthClient;
import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.RegisterOutcome;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.Secret;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers an OAuth client, which gets access tokens by itself from then on: with its secret and refresh token as Zoho's
 * SDKs do, or with its secret alone. Nobody learns the two again but from the answer.
 */
public final class RegisterClient {

    private final OAuthClients clients;
    private final NewSecrets secrets;
    private final Clock clock;

    public RegisterClient(OAuthClients clients, NewSecrets secrets, Clock clock) {
        this.clients = clients;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A client as the caller wants it. */
    public record Wanted(String name, UserId user, Set<Scope> scopes) {}

    /**
     * Who wants which client.
     *
     * @param wanted null when the caller described none that could be accepted
     */
    public record Command(User caller, @Nullable Wanted wanted) {}

    /** What became of it; only {@link Registered} changed anything. In this order: permission, client, user. */
    public sealed interface Outcome {}

    public record Registered(OAuthClient client, Secret secret, Secret refreshToken) implements Outcome {}

    /** The caller may not administer. */
    public record NotPermitted() implements Outcome {}

    /** The command did not describe an acceptable client. */
    public record ClientRefused() implements Outcome {}

    public record NoSuchUser() implements Outcome {}

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return new NotPermitted();
        }
        Wanted wanted = command.wanted();
        if (wanted == null) {
            return new ClientRefused();
        }
        Secret secret = secrets.clientSecret();
        Secret refreshToken = secrets.refreshToken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (clients.register(
                new NewOAuthClient(wanted.name(), wanted.user(), wanted.scopes(), secret, refreshToken, now))) {
            case RegisterOutcome.Registered(OAuthClient client) -> new Registered(client, secret, refreshToken);
            case RegisterOutcome.NoSuchUser() -> new NoSuchUser();
        };
    }
}
