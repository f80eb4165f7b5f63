package dev.lockkeeper.adapter.rest.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/**
 * Tells browsers and caches to do nothing with an answer but hand it to who asked: the headers of OWASP's REST Security
 * Cheat Sheet, "Security Headers".
 */
public final class SecurityHeaders {

    /** Two years in seconds, as OWASP recommends; over TLS only (RFC 6797, section 7.2), and for no host but this. */
    private static final String STRICT_TRANSPORT_SECURITY = "max-age=63072000";

    private static final Map<String, String> ALWAYS = Map.of(
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY");

    private SecurityHeaders() {}

    /** Adds those that the answer does not have yet: a page says itself what it may load. */
    public static void addTo(MutableHttpResponse<?> answer, HttpRequest<?> request) {
        ALWAYS.forEach((name, value) -> add(answer, name, value));
        if (request.isSecure()) {
            add(answer, "Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
        }
    }

    private static void add(MutableHttpResponse<?> answer, String name, String value) {
        if (!answer.getHeaders().contains(name)) {
            answer.header(name, value);
        }
    }
}
