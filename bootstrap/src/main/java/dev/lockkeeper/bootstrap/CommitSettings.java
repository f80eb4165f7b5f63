package dev.lockkeeper.bootstrap;

import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;

/** The settings of commits that many callers share, checked before anything is started. */
final class CommitSettings {

    private static final int MOST_CALLERS = 1_000_000;
    private static final int MOST_IN_A_BATCH = 10_000;

    private static final String LONGEST_WAIT = "lockkeeper.commits.longest-wait";
    private static final Duration SHORTEST_TIME = Duration.ofMillis(100);
    private static final Duration LONGEST_TIME = Duration.ofMinutes(1);

    private CommitSettings() {}

    /**
     * Checks all of them.
     *
     * @throws WrongSetting for the first one that is wrong
     */
    static void check(PropertyResolver properties) {
        Settings.checkNumber(properties, "lockkeeper.commits.callers", "LOCKKEEPER_COMMITS_CALLERS", 1, MOST_CALLERS);
        Settings.checkNumber(properties, "lockkeeper.commits.batch", "LOCKKEEPER_COMMITS_BATCH", 1, MOST_IN_A_BATCH);
        Settings.check(
                properties,
                LONGEST_WAIT,
                "LOCKKEEPER_COMMITS_LONGEST_WAIT",
                "a duration from 100ms to 1m",
                _ -> Settings.isWithin(properties, LONGEST_WAIT, SHORTEST_TIME, LONGEST_TIME));
    }
}
