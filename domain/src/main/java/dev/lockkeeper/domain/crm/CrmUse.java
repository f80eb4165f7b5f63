package dev.lockkeeper.domain.crm;

import java.time.Duration;
import java.time.Instant;

/**
 * How the processes share what the CRM allows their organisation: driven port. Every process reports at short intervals
 * what it has used, and learns what its share is.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface CrmUse {

    /** A process that has not reported for so long takes no share any more. */
    Duration ABSENT_AFTER = Duration.ofSeconds(10);

    /** Credits are counted over so long. */
    Duration DAY = Duration.ofHours(24);

    /** At most so often the common concurrency sinks, whoever was turned away. */
    Duration SINKS_AT_MOST_EVERY = Duration.ofSeconds(1);

    /** So long after it last sank or rose, without anybody turned away since, the common concurrency rises by one. */
    Duration RISES_EVERY = Duration.ofSeconds(10);

    /**
     * Adds to the common count what this process has used since its last report. Where it was turned away meanwhile, the
     * common concurrency sinks by a third, to 1 at the least; it rises again by one at a time, to {@code most}.
     */
    Share report(Report report);

    /** A process leaves, and its share is free. */
    void leave(String process);

    /**
     * What a process has used since its last report.
     *
     * @param process whose; a name that no other process has
     * @param at now
     * @param calls how many it made
     * @param turnedAway whether the CRM answered any of them that there are too many
     * @param most the concurrency that the organisation's edition allows, 1 or more
     */
    record Report(String process, Instant at, long calls, boolean turnedAway, int most) {}

    /**
     * What this process may use, until its next report.
     *
     * @param concurrency of all processes together, 1 or more
     * @param processes how many share it, this one among them
     * @param callsOfDay how many calls all processes made in the last {@link #DAY}; counted by the hour
     */
    record Share(int concurrency, int processes, long callsOfDay) {

        /** How many calls this process may make at once: 1 or more. */
        public int atOnce() {
            return Math.max(1, concurrency / processes);
        }
    }
}
