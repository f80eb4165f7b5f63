package dev.lockkeeper.domain.lock;

import org.jspecify.annotations.Nullable;

/**
 * A lock as it is shown.
 *
 * @param recordName what the locked record is called, as last reported; null when nobody has reported it
 */
public record LockedRecord(RecordLock lock, @Nullable String recordName) {}
