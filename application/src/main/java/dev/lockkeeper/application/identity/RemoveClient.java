package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;

/** Ends an OAuth client, with its secret, its refresh token and all access tokens that it got. */
public final class RemoveClient {

    private final OAuthClients clients;

    public RemoveClient(OAuthClients clients) {
        this.clients = clients;
    }

    /**
     * Who wants which client to end.
     *
     * @param client its id, as the caller wrote it
     */
    public record Command(User caller, String client) {}

    /** What became of it; only {@link #REMOVED} changed anything. */
    public enum Outcome {
        REMOVED,
        /** The caller may not administer. */
        NOT_PERMITTED,
        UNKNOWN_CLIENT
    }

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return Outcome.NOT_PERMITTED;
        }
        return OAuthClientId.parse(command.client()).filter(clients::remove).isPresent()
                ? Outcome.REMOVED
                : Outcome.UNKNOWN_CLIENT;
    }
}
