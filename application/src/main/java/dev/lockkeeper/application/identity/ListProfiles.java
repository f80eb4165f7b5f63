package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Lists the profiles, oldest first. */
public final class ListProfiles {

    private final Profiles profiles;

    public ListProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * Which page of them.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit at most so many, at least one
     */
    public record Query(User caller, @Nullable ProfileId after, int limit) {}

    public ListOutcome<Profile> execute(Query query) {
        return query.caller().may(Permission.ADMINISTER)
                ? ListOutcome.Page.of(profiles.list(query.after(), query.limit() + 1), query.limit())
                : new ListOutcome.NotPermitted<>();
    }
}
