package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of the CRM's modules: driven port. Every method is one atomic step, durable when it is answered.
 * Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface MirroredModules {

    /** What is known of a module; empty when its configuration was never read. */
    Optional<MirroredModule> find(ModuleId module);

    /** All modules of which something is known, by ascending id. */
    List<MirroredModule> list();

    /**
     * Keeps a configuration as the CRM was found to have it; passed over when a later one is kept. It is stale only if
     * it was marked so since {@code readAt}.
     *
     * @param configuration null when the CRM has none
     * @param readAt when the question was sent
     */
    void keep(ModuleId module, @Nullable CrmConfiguration configuration, Instant readAt);

    /**
     * Notes that a module's configuration may have changed, and is to be read again. Without effect on a module of which
     * nothing is known.
     *
     * @param at when that became known
     */
    void markStale(ModuleId module, Instant at);

    /** Notes that a module's locks were compared as a whole; no time goes back. Without effect as above. */
    void swept(ModuleId module, Instant at);
}
