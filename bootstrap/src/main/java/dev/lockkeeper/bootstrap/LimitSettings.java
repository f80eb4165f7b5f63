package dev.lockkeeper.bootstrap;

import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The limits on what callers and connections may take, checked before anything is started. */
final class LimitSettings {

    private static final String PREFIX = "lockkeeper.limits.";
    private static final int MOST_REQUESTS = 1_000_000;
    private static final int MOST_CONNECTIONS = 1_000_000;
    private static final Duration SHORTEST_TIME = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIME = Duration.ofMinutes(10);

    private LimitSettings() {}

    /**
     * Checks all of them.
     *
     * @throws WrongSetting for the first one that is wrong
     */
    static void check(PropertyResolver properties) {
        checkNumber(properties, "requests-per-second", 0, MOST_REQUESTS);
        checkNumber(properties, "burst", 1, MOST_REQUESTS);
        checkNumber(properties, "failures-per-second", 0, MOST_REQUESTS);
        checkNumber(properties, "connections", 1, MOST_CONNECTIONS);
        checkDuration(properties, "receive-time");
        checkDuration(properties, "send-time");
        checkDuration(properties, "request-time");
        // Connections of HTTP/2 would know none of these times.
        Settings.check(
                properties,
                "micronaut.server.http-version",
                "MICRONAUT_SERVER_HTTP_VERSION",
                "1.1, or no value; a proxy can speak HTTP/2 to its clients",
                List.of("1.1", "HTTP_1_1")::contains);
    }

    private static void checkDuration(PropertyResolver properties, String name) {
        String property = PREFIX + name;
        Settings.check(
                properties,
                property,
                environmentVariable(name),
                "a duration from 1s to 10m",
                _ -> Settings.isWithin(properties, property, SHORTEST_TIME, LONGEST_TIME));
    }

    private static void checkNumber(PropertyResolver properties, String name, int least, int most) {
        Settings.checkNumber(properties, PREFIX + name, environmentVariable(name), least, most);
    }

    private static String environmentVariable(String name) {
        return "LOCKKEEPER_LIMITS_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
