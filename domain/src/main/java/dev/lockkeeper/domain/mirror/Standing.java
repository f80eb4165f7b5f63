package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands here, as far as it matters for whether an observation of it still holds.
 *
 * @param lock the id of its lock; null when it has none
 * @param latest the latest change of any lock that it has or had, or {@link Revision#NONE}
 * @param latestIntent the latest intent that was claimed for it and is still known, open or settled; null when none is
 * @param open whether that intent is open
 */
public record Standing(
        RecordKey key,
        @Nullable LockId lock,
        Revision latest,
        @Nullable IntentId latestIntent,
        boolean open) {}
