package dev.lockkeeper.domain.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored profiles: driven port. Names do not change, and no two profiles share one.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Profiles {

    /** The profile of this id. */
    Optional<Profile> find(ProfileId id);

    /** The profile of this name, spelled exactly. */
    Optional<Profile> find(String name);

    /** Profiles by rising id, from the first beyond {@code after}; at most {@code limit}. */
    List<Profile> list(@Nullable ProfileId after, int limit);

    /**
     * Makes the profile or, where there is one of its name, gives that one these permissions instead of its own. In force
     * for the next call of each of its users. Leaves an administrator's token where there is one ({@link AccessTokens}).
     *
     * @param now at which tokens have expired or not
     */
    PutProfileOutcome put(NewProfile profile, Instant now);
}
