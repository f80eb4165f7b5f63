package dev.lockkeeper.domain.crm;

import org.jspecify.annotations.Nullable;

/**
 * What the CRM knows of a module's locking configuration.
 *
 * @param configuration null when the module has none
 */
public record FoundConfiguration(@Nullable CrmConfiguration configuration) {}
