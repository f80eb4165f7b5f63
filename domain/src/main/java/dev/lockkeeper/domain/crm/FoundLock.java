package dev.lockkeeper.domain.crm;

import org.jspecify.annotations.Nullable;

/**
 * What the CRM knows of a record's lock.
 *
 * @param lock null when the record has none
 */
public record FoundLock(@Nullable CrmLock lock) {}
