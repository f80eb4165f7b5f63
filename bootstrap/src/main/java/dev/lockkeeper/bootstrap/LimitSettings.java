package dev.lockkeeper.bootstrap;

import io.micronaut.core.value.PropertyResolver;
import java.util.Locale;

/** The limits on what callers and connections may take, checked before anything is started. */
final class LimitSettings {

    private static final int MOST_REQUESTS = 1_000_000;

    private LimitSettings() {}

    /**
     * Checks all of them.
     *
     * @throws WrongSetting for the first one that is wrong
     */
    static void check(PropertyResolver properties) {
        checkNumber(properties, "requests-per-second", 0, MOST_REQUESTS);
        checkNumber(properties, "burst", 1, MOST_REQUESTS);
    }

    private static void checkNumber(PropertyResolver properties, String name, int least, int most) {
        Settings.check(
                properties,
                "lockkeeper.limits." + name,
                environmentVariable(name),
                "a whole number from %d to %d".formatted(least, most),
                value -> value.matches("[0-9]{1,9}") && isBetween(Integer.parseInt(value), least, most));
    }

    private static boolean isBetween(int number, int least, int most) {
        return least <= number && number <= most;
    }

    private static String environmentVariable(String name) {
        return "LOCKKEEPER_LIMITS_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
