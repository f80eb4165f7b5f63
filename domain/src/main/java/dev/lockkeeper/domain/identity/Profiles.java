package dev.lockkeeper.domain.identity;

import java.util.Optional;

/**
 * The stored profiles: driven port.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Profiles {

    /** The profile of this id. */
    Optional<Profile> find(ProfileId id);

    /** The profile of this name, spelled exactly. */
    Optional<Profile> find(String name);
}
