package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a module of the CRM.
 *
 * @param configuration null when the CRM has none for it
 * @param readAt when the CRM was asked for the configuration
 * @param stale whether there is reason to believe that the configuration has changed since
 * @param sweptAt when its locks were last compared as a whole: since then they were all seen; null when never
 */
public record MirroredModule(
        ModuleId module,
        @Nullable CrmConfiguration configuration,
        Instant readAt,
        boolean stale,
        @Nullable Instant sweptAt) {}
