package dev.lockkeeper.adapter.rest.limit;

import io.micronaut.http.HttpRequest;

/** A request whose credentials were wrong, for calls that do not say so by 401. */
public final class FailedAttempt {

    private static final String ATTRIBUTE = "lockkeeper.attempt.failed";

    private FailedAttempt() {}

    /** Has a request counted against its address. */
    public static void mark(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static boolean isMarked(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).isPresent();
    }
}
