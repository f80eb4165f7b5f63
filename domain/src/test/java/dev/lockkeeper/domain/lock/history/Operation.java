package dev.lockkeeper.domain.lock.history;

import org.jspecify.annotations.Nullable;

/**
 * One operation on one record in a history.
 *
 * @param invocation when it was asked for; no other invocation or response in the history has the same time
 * @param response when it was answered; {@link #NEVER} when nobody knows what came of it
 * @param answer null when nobody knows what came of it: it may take effect at any time after its invocation, or never
 */
public record Operation(
        long invocation, long response, Call call, @Nullable Answer answer) {

    /** After all that is in a history. */
    public static final long NEVER = Long.MAX_VALUE;

    public Operation {
        if (invocation >= response || (response == NEVER) != (answer == null)) {
            throw new IllegalArgumentException("Not an operation: " + invocation + " to " + response + ", " + answer);
        }
    }

    /** One of which nobody knows what came of it. */
    public static Operation unknown(long invocation, Call call) {
        return new Operation(invocation, NEVER, call, null);
    }

    /** Whether it was answered when the other had not been asked for yet. */
    boolean precedes(Operation other) {
        return response < other.invocation;
    }

    @Override
    public String toString() {
        return "[" + invocation + ", " + (answer == null ? "..." : response) + "] " + call + " -> "
                + (answer == null ? "unknown" : answer);
    }
}
