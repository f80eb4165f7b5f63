package dev.lockkeeper.adapter.rest.limit;

import java.time.Duration;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3), in seconds. */
public final class RetryAfter {

    private RetryAfter() {}

    /** Whole seconds, and none that would be too early. */
    public static String of(Duration wait) {
        return Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
