package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.Users;
import org.jspecify.annotations.Nullable;

/** Lists the users, oldest first. */
public final class ListUsers {

    private final Users users;

    public ListUsers(Users users) {
        this.users = users;
    }

    /**
     * Which page of them.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit at most so many, at least one
     */
    public record Query(User caller, @Nullable UserId after, int limit) {}

    public ListOutcome<ListedUser> execute(Query query) {
        return query.caller().may(Permission.ADMINISTER)
                ? ListOutcome.Page.of(users.list(query.after(), query.limit() + 1), query.limit())
                : new ListOutcome.NotPermitted<>();
    }
}
