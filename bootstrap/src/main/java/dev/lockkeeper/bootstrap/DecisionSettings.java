package dev.lockkeeper.bootstrap;

import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.List;

/** The settings of decisions, checked before anything is started. */
final class DecisionSettings {

    private static final String MAX_LAG = "lockkeeper.decisions.max-lag";
    private static final Duration SHORTEST_LAG = Duration.ofMillis(100);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(10);

    private static final String MAX_WAIT = "lockkeeper.decisions.max-wait";
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final String POLL_INTERVAL = "lockkeeper.decisions.poll-interval";
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(5);
    /** So that an index that is read in time is never taken for one that is not. */
    private static final int INTERVALS_IN_MAX_LAG = 2;

    private DecisionSettings() {}

    /** @throws WrongSetting for the first one that is wrong */
    static void check(PropertyResolver properties) {
        Settings.check(
                properties,
                MAX_LAG,
                "LOCKKEEPER_DECISIONS_MAX_LAG",
                "a duration from 100ms to 10s",
                _ -> Settings.isWithin(properties, MAX_LAG, SHORTEST_LAG, LONGEST_LAG));
        Settings.check(
                properties,
                MAX_WAIT,
                "LOCKKEEPER_DECISIONS_MAX_WAIT",
                "a duration from 1ms to 5s",
                _ -> Settings.isWithin(properties, MAX_WAIT, SHORTEST_WAIT, LONGEST_WAIT));
        Settings.check(
                properties,
                "lockkeeper.decisions.listen",
                "LOCKKEEPER_DECISIONS_LISTEN",
                "true or false",
                List.of("true", "false")::contains);
        Duration maxLag = properties.getProperty(MAX_LAG, Duration.class).orElse(SHORTEST_LAG);
        Settings.check(
                properties,
                POLL_INTERVAL,
                "LOCKKEEPER_DECISIONS_POLL_INTERVAL",
                "a duration from 5ms to half of LOCKKEEPER_DECISIONS_MAX_LAG",
                _ -> Settings.isWithin(
                        properties, POLL_INTERVAL, SHORTEST_INTERVAL, maxLag.dividedBy(INTERVALS_IN_MAX_LAG)));
    }
}
