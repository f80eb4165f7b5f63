package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.OAuthClient;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Lists the OAuth clients, oldest first; never a secret. */
public final class ListClients {

    private final OAuthClients clients;

    public ListClients(OAuthClients clients) {
        this.clients = clients;
    }

    /**
     * Which page of them.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit at most so many, at least one
     */
    public record Query(User caller, @Nullable OAuthClientId after, int limit) {}

    public ListOutcome<OAuthClient> execute(Query query) {
        return query.caller().may(Permission.ADMINISTER)
                ? ListOutcome.Page.of(clients.list(query.after(), query.limit() + 1), query.limit())
                : new ListOutcome.NotPermitted<>();
    }
}
