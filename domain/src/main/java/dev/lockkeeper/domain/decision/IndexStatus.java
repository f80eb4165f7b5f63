package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;

/**
 * How an index stands.
 *
 * @param locks how many active locks it knows
 * @param revision up to which all changes are in it
 * @param lag so long ago the latest change may have been made that is not in it yet; before it is loaded, since it began
 */
public record IndexStatus(long locks, Revision revision, Duration lag) {}
