package dev.lockkeeper.domain.record;

import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A record as a job finds it.
 *
 * @param version rises with each report of it; 0 when nobody ever reported it
 * @param reportedBy who reported it last; null when nobody ever did
 * @param lock who holds it; null when nobody does
 */
public record ExistingRecord(
        CrmRecord record,
        long version,
        @Nullable UserId reportedBy,
        @Nullable LockOrigin lock) {}
