package dev.lockkeeper.domain.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored users: driven port. Names may repeat; no two users share an external id.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Users {

    /** The user whom an identity provider knows by this id. */
    Optional<User> find(ExternalId id);

    /** Users by rising id, from the first beyond {@code after}; at most {@code limit}. */
    List<ListedUser> list(@Nullable UserId after, int limit);

    /** Makes a user. */
    UserOutcome create(NewUser user);

    /**
     * Gives a user another name and profile; all else stays. This may be the last who could administer: it is done for the
     * company's identity provider, whose word counts.
     */
    UserOutcome change(UserId id, String name, String profile);
}
