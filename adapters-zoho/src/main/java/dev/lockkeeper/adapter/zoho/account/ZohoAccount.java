package dev.lockkeeper.adapter.zoho.account;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As whom Zoho is called, where, and how much of it.
 *
 * @param accountsUrl where tokens are given, without a path
 * @param apiUrl where the CRM is called, without a path
 * @param apiVersion such as v8
 * @param notifyUrl the public address of this service, without a path; Zoho is told {@code {it}/zoho/notifications}.
 *     Null where Zoho cannot reach this service, and no channel is opened
 * @param concurrency how many calls at once the organisation's edition allows
 * @param dailyCredits how many calls the organisation may make in 24 hours
 * @param backgroundShare the share of these credits at which background work stops
 * @param callTimeout how long one call may take
 * @param longestWait how long a call may wait, before it is sent, for a token, a turn and before it is repeated
 * @param breakerOpenFor how long Zoho is left alone after it has failed too often
 */
public record ZohoAccount(
        URI accountsUrl,
        URI apiUrl,
        String clientId,
        String clientSecret,
        String refreshToken,
        String apiVersion,
        @Nullable URI notifyUrl,
        int concurrency,
        long dailyCredits,
        double backgroundShare,
        Duration callTimeout,
        Duration longestWait,
        Duration breakerOpenFor) {

    public static final String DEFAULT_API_VERSION = "v8";

    /** What Zoho's editions have at least, but for the smallest one. */
    public static final int DEFAULT_CONCURRENCY = 10;

    /** What Zoho's smallest edition that has locking may use in a day. */
    public static final long DEFAULT_DAILY_CREDITS = 50_000;

    public static final double DEFAULT_BACKGROUND_SHARE = 0.8;
    public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration DEFAULT_LONGEST_WAIT = Duration.ofSeconds(5);
    public static final Duration DEFAULT_BREAKER_OPEN_FOR = Duration.ofSeconds(10);

    private static final String NOTIFICATIONS = "/zoho/notifications";

    private static final Pattern VERSION = Pattern.compile("v[2-9](\\.1)?");

    public ZohoAccount {
        requireOrigin(accountsUrl);
        requireOrigin(apiUrl);
        require(!clientId.isBlank(), "A client id is needed");
        require(!clientSecret.isBlank(), "A client secret is needed");
        require(!refreshToken.isBlank(), "A refresh token is needed");
        require(VERSION.matcher(apiVersion).matches(), "An API version is v2 to v9");
        if (notifyUrl != null) {
            requireOrigin(notifyUrl);
        }
        require(concurrency > 0, "One call at once is the least");
        require(dailyCredits > 0, "One credit a day is the least");
        require(backgroundShare > 0 && backgroundShare <= 1, "A share is more than 0, and 1 at most");
        requirePositive(callTimeout);
        requirePositive(longestWait);
        requirePositive(breakerOpenFor);
    }

    /** With the defaults, and no address for notifications. */
    public ZohoAccount(URI accountsUrl, URI apiUrl, String clientId, String clientSecret, String refreshToken) {
        this(
                accountsUrl,
                apiUrl,
                clientId,
                clientSecret,
                refreshToken,
                DEFAULT_API_VERSION,
                null,
                DEFAULT_CONCURRENCY,
                DEFAULT_DAILY_CREDITS,
                DEFAULT_BACKGROUND_SHARE,
                DEFAULT_CALL_TIMEOUT,
                DEFAULT_LONGEST_WAIT,
                DEFAULT_BREAKER_OPEN_FOR);
    }

    /** Where Zoho is to send what it tells, or null. */
    public @Nullable String notificationsUrl() {
        return notifyUrl == null ? null : withoutSlash(notifyUrl) + NOTIFICATIONS;
    }

    /** Neither secrets nor what identifies the client. */
    @Override
    public String toString() {
        return "ZohoAccount[" + accountsUrl + ", " + apiUrl + ", " + apiVersion + "]";
    }

    private static String withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static void requireOrigin(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean pathless = url.getRawPath() == null
                || url.getRawPath().isEmpty()
                || url.getRawPath().equals("/");
        require(
                (scheme.equals("https") || scheme.equals("http"))
                        && url.getHost() != null
                        && url.getRawUserInfo() == null
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null
                        && pathless,
                "An address is http:// or https:// and a host, without a path");
    }

    private static void requirePositive(Duration duration) {
        require(duration.isPositive(), "A time has to be positive");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
