package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.IssuedToken;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.TokenId;
import dev.lockkeeper.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Lists what is known of the access tokens, expired ones among them, oldest first; never a token. */
public final class ListTokens {

    private final AccessTokens accessTokens;

    public ListTokens(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    /**
     * Which page of them.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit at most so many, at least one
     */
    public record Query(User caller, @Nullable TokenId after, int limit) {}

    public ListOutcome<IssuedToken> execute(Query query) {
        return query.caller().may(Permission.ADMINISTER)
                ? ListOutcome.Page.of(accessTokens.list(query.after(), query.limit() + 1), query.limit())
                : new ListOutcome.NotPermitted<>();
    }
}
