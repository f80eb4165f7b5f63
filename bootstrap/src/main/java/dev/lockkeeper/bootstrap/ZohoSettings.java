package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.zoho.account.DataCenter;
import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.application.crm.CrmSettings;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a service for which Zoho CRM decides.
 *
 * @param times how long things take
 * @param sweepInterval the pause between two comparisons of all locks
 * @param configurationInterval after which a configuration is read again without any reason
 */
record ZohoSettings(ZohoAccount account, CrmSettings times, Duration sweepInterval, Duration configurationInterval) {

    private static final String VERSIONS = "v2 to v9";
    private static final Duration JOIN_WAIT = Duration.ofSeconds(10);
    private static final Duration READ_WAIT = Duration.ofSeconds(2);

    /**
     * Reads the settings; empty when this service decides by itself.
     *
     * @throws WrongSetting for the first one that is wrong
     */
    static Optional<ZohoSettings> read(PropertyResolver properties) {
        Duration sweepInterval = duration(properties, "sweep.interval", Duration.ofSeconds(1), Duration.ofDays(1));
        if (!Settings.text(properties, "lockkeeper.authority").orElse("local").equals("zoho")) {
            return Optional.empty();
        }
        Duration timeout = duration(properties, "zoho.timeout", Duration.ofMillis(100), Duration.ofMinutes(1));
        Duration longestWait = duration(properties, "zoho.longest-wait", Duration.ofMillis(100), Duration.ofMinutes(1));
        Duration grace = duration(properties, "zoho.grace", Duration.ofMillis(10), Duration.ofMinutes(10));
        // A call waits for a token and its turn, and is sent; where the access token had ended, once more.
        Duration lease =
                longestWait.plus(timeout.multipliedBy(2)).multipliedBy(2).plus(grace);
        return Optional.of(new ZohoSettings(
                account(properties, timeout, longestWait),
                new CrmSettings(lease, grace, JOIN_WAIT, READ_WAIT),
                sweepInterval,
                duration(properties, "zoho.configuration-interval", Duration.ofSeconds(1), Duration.ofDays(7))));
    }

    private static ZohoAccount account(PropertyResolver properties, Duration timeout, Duration longestWait) {
        Optional<DataCenter> center = center(properties);
        URI accounts =
                address(properties, "zoho.accounts.url", "ZOHO_ACCOUNTS_URL", center.map(DataCenter::accountsUrl));
        URI api = address(properties, "zoho.api.url", "ZOHO_API_URL", center.map(DataCenter::apiUrl));
        String version = Settings.text(properties, "zoho.api.version").orElse(ZohoAccount.DEFAULT_API_VERSION);
        if (!version.matches("v[2-9](\\.1)?")) {
            throw new WrongSetting("ZOHO_API_VERSION", VERSIONS);
        }
        @Nullable
        URI notify = Settings.text(properties, "zoho.notify.url").isPresent()
                ? address(properties, "zoho.notify.url", "ZOHO_NOTIFY_URL", Optional.empty())
                : null;
        return new ZohoAccount(
                accounts,
                api,
                mandatory(
                        properties,
                        "zoho.client.id",
                        "ZOHO_CLIENT_ID",
                        "the client id of a self client in Zoho's API console"),
                mandatory(properties, "zoho.client.secret", "ZOHO_CLIENT_SECRET", "the client's secret"),
                mandatory(properties, "zoho.refresh.token", "ZOHO_REFRESH_TOKEN", "a refresh token of the client"),
                version,
                notify,
                Math.toIntExact(number(properties, "concurrency", 1000)),
                number(properties, "credits", 1_000_000_000),
                share(properties),
                timeout,
                longestWait,
                duration(properties, "zoho.open-time", Duration.ofMillis(100), Duration.ofMinutes(10)));
    }

    private static Optional<DataCenter> center(PropertyResolver properties) {
        Optional<String> name = Settings.text(properties, "zoho.data.center");
        Optional<DataCenter> center = name.flatMap(DataCenter::find);
        if (name.isPresent() && center.isEmpty()) {
            throw new WrongSetting(
                    "ZOHO_DATA_CENTER",
                    "one of "
                            + Arrays.stream(DataCenter.values())
                                    .map(DataCenter::settingName)
                                    .collect(Collectors.joining(", ")));
        }
        return center;
    }

    private static URI address(PropertyResolver properties, String property, String setting, Optional<URI> otherwise) {
        Optional<String> text = Settings.text(properties, property);
        if (text.isEmpty()) {
            return otherwise.orElseThrow(() -> new WrongSetting(
                    "ZOHO_DATA_CENTER", "missing, as is " + setting + "; one of them says where Zoho is called"));
        }
        String accepts = "an https address (http on the loopback interface) without a path";
        try {
            URI address = URI.create(text.get());
            if (isOrigin(address) && isSafe(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(setting, accepts, e);
        }
        throw new WrongSetting(setting, accepts);
    }

    private static boolean isOrigin(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && List.of("", "/").contains(address.getRawPath() == null ? "" : address.getRawPath());
    }

    /** Secrets go there, or come from there. */
    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost()));
    }

    private static String mandatory(PropertyResolver properties, String property, String setting, String accepts) {
        return Settings.text(properties, property)
                .orElseThrow(() -> new WrongSetting(setting, "missing where LOCKKEEPER_AUTHORITY is zoho; " + accepts));
    }

    private static long number(PropertyResolver properties, String name, long most) {
        String text =
                properties.getProperty("lockkeeper.zoho." + name, String.class).orElse("");
        if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > most) {
            throw new WrongSetting(
                    "LOCKKEEPER_ZOHO_" + name.toUpperCase(Locale.ROOT), "a whole number from 1 to " + most);
        }
        return Long.parseLong(text);
    }

    private static double share(PropertyResolver properties) {
        String text = properties
                .getProperty("lockkeeper.zoho.background-share", String.class)
                .orElse("");
        if (!text.matches("0\\.[0-9]{1,6}|1(\\.0)?") || Double.parseDouble(text) == 0) {
            throw new WrongSetting(
                    "LOCKKEEPER_ZOHO_BACKGROUND_SHARE", "a share such as 0.8, more than 0 and at most 1");
        }
        return Double.parseDouble(text);
    }

    private static Duration duration(PropertyResolver properties, String name, Duration least, Duration most) {
        String property = "lockkeeper." + name;
        return properties
                .getProperty(property, Duration.class)
                .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0)
                .orElseThrow(() -> new WrongSetting(
                        property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
                        "a duration from %s to %s".formatted(text(least), text(most))));
    }

    /** As settings write it. */
    private static String text(Duration duration) {
        return duration.toMillisPart() > 0 ? duration.toMillis() + "ms" : duration.toSeconds() + "s";
    }
}
