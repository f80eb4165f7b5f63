package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an index stands.
 *
 * @param locks how many active locks it knows
 * @param revision up to which all changes are in it
 * @param lag so long ago the latest change may have been made that is not in it yet; null before it is loaded
 */
public record IndexStatus(
        long locks, Revision revision, @Nullable Duration lag) {}
