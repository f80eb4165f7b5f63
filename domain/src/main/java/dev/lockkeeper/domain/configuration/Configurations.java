package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.util.Optional;

/**
 * The stored locking configurations: driven port.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Configurations {

    /** The module's configuration. */
    Optional<LockingConfiguration> find(ModuleId module);
}
