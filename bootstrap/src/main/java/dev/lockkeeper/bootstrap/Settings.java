package dev.lockkeeper.bootstrap;

import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.lock.HistoryRetention;
import io.micronaut.core.value.PropertyResolver;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the start depends on, checked before anything is started. All others are Micronaut's own.
 *
 * @param adminToken the first administrator's token, if the operator chose one
 * @param dataDirectory where the embedded database lives; null when a database is configured
 * @param host the address to bind; null leaves it to Micronaut
 */
record Settings(
        @Nullable AccessToken adminToken,
        @Nullable Path dataDirectory,
        @Nullable String host) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String STATEMENT_TIMEOUT = "lockkeeper.database.statement-timeout";
    private static final Duration SHORTEST_STATEMENT_TIMEOUT = Duration.ofSeconds(1);
    /** Below the 15 s after which the driver gives a silent connection up. */
    private static final Duration LONGEST_STATEMENT_TIMEOUT = Duration.ofSeconds(10);

    private static final String JOBS_HEARTBEAT = "lockkeeper.jobs.heartbeat";
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofMinutes(1);
    private static final List<String> LOG_LEVELS = List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE");
    private static final int LARGEST_PORT = 65_535;

    /** In it the driver sends statements one by one, also after one that failed, of which a cancelled {@code begin} is one. */
    private static final Pattern SIMPLE_QUERIES = Pattern.compile("[?&]preferQueryMode=simple(&|$)");

    /**
     * Reads the settings from wherever Micronaut finds properties: the environment, system properties, files.
     *
     * @throws WrongSetting for the first one that is wrong
     */
    static Settings read(PropertyResolver properties) {
        check(
                properties,
                "lockkeeper.authority",
                "LOCKKEEPER_AUTHORITY",
                "local or zoho",
                List.of("local", "zoho")::contains);
        check(
                properties,
                "lockkeeper.log.format",
                "LOCKKEEPER_LOG_FORMAT",
                "text or json",
                List.of("text", "json")::contains);
        check(
                properties,
                "micronaut.server.port",
                "MICRONAUT_SERVER_PORT",
                "a port from 0 to 65535 (0 takes any that is free)",
                Settings::isPort);
        check(
                properties,
                "lockkeeper.log.level",
                "LOCKKEEPER_LOG_LEVEL",
                "one of " + String.join(", ", LOG_LEVELS),
                LOG_LEVELS::contains);
        check(
                properties,
                STATEMENT_TIMEOUT,
                "LOCKKEEPER_DATABASE_STATEMENT_TIMEOUT",
                "a duration from 1s to 10s",
                value ->
                        isWithin(properties, STATEMENT_TIMEOUT, SHORTEST_STATEMENT_TIMEOUT, LONGEST_STATEMENT_TIMEOUT));
        check(
                properties,
                "lockkeeper.time-zone",
                "LOCKKEEPER_TIME_ZONE",
                "a time zone such as UTC, Europe/Berlin or +05:30",
                Settings::isZone);
        check(
                properties,
                "lockkeeper.release-unmatched",
                "LOCKKEEPER_RELEASE_UNMATCHED",
                "true or false",
                List.of("true", "false")::contains);
        check(
                properties,
                "lockkeeper.metrics.open",
                "LOCKKEEPER_METRICS_OPEN",
                "true or false",
                List.of("true", "false")::contains);
        check(
                properties,
                JOBS_HEARTBEAT,
                "LOCKKEEPER_JOBS_HEARTBEAT",
                "a duration from 100ms to 1m",
                value -> isWithin(properties, JOBS_HEARTBEAT, SHORTEST_HEARTBEAT, LONGEST_HEARTBEAT));
        check(
                properties,
                "lockkeeper.history.retention",
                "LOCKKEEPER_HISTORY_RETENTION",
                "a time from a day to a hundred years such as P24M, P730D or PT36H",
                value -> HistoryRetention.of(value).isPresent());
        LimitSettings.check(properties);
        DecisionSettings.check(properties);
        CommitSettings.check(properties);
        TlsSettings.check(properties);
        AccessToken adminToken = adminToken(properties);
        Optional<String> url = text(properties, "datasources.default.url");
        if (url.isPresent()) {
            if (!url.get().startsWith("jdbc:postgresql:")) {
                throw new WrongSetting("DATASOURCES_DEFAULT_URL", "a URL such as jdbc:postgresql://host:5432/database");
            }
            if (SIMPLE_QUERIES.matcher(url.get()).find()) {
                throw new WrongSetting("DATASOURCES_DEFAULT_URL", "a URL without preferQueryMode=simple");
            }
            return new Settings(adminToken, null, null);
        }
        for (String other : List.of("username", "password")) {
            if (text(properties, "datasources.default." + other).isPresent()) {
                throw new WrongSetting(
                        "DATASOURCES_DEFAULT_URL",
                        "missing beside the %s; a URL such as jdbc:postgresql://host:5432/database".formatted(other));
            }
        }
        return new Settings(
                adminToken,
                dataDirectory(properties),
                text(properties, "micronaut.server.host").orElse(LOOPBACK));
    }

    private static @Nullable AccessToken adminToken(PropertyResolver properties) {
        Optional<String> token = text(properties, "lockkeeper.admin.token");
        if (token.isPresent() && !AccessToken.isWellFormed(token.get())) {
            throw new WrongSetting(
                    "LOCKKEEPER_ADMIN_TOKEN",
                    "up to %d letters, digits and any of - . _ ~ + /".formatted(AccessToken.MAX_LENGTH));
        }
        return token.map(AccessToken::new).orElse(null);
    }

    private static Path dataDirectory(PropertyResolver properties) {
        try {
            return Path.of(text(properties, "lockkeeper.data.dir").orElse("data"))
                    .toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new WrongSetting("LOCKKEEPER_DATA_DIR", "the path of a folder", e);
        }
    }

    static void check(
            PropertyResolver properties, String property, String setting, String accepts, Predicate<String> accepted) {
        // Blank is no value either: what reads the setting later would not take it for the default.
        if (properties
                .getProperty(property, String.class)
                .filter(value -> !accepted.test(value))
                .isPresent()) {
            throw new WrongSetting(setting, accepts);
        }
    }

    /** A whole number between two others. */
    static void checkNumber(PropertyResolver properties, String property, String variable, int least, int most) {
        check(
                properties,
                property,
                variable,
                "a whole number from %d to %d".formatted(least, most),
                value -> value.matches("[0-9]{1,9}")
                        && least <= Integer.parseInt(value)
                        && Integer.parseInt(value) <= most);
    }

    static boolean isWithin(PropertyResolver properties, String property, Duration least, Duration most) {
        return properties
                .getProperty(property, Duration.class)
                .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0)
                .isPresent();
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text).getRules() != null;
        } catch (DateTimeException e) {
            // Its message says no more than that there is no such zone.
            return false;
        }
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LARGEST_PORT;
    }

    static Optional<String> text(PropertyResolver properties, String property) {
        return properties.getProperty(property, String.class).filter(value -> !value.isBlank());
    }
}
