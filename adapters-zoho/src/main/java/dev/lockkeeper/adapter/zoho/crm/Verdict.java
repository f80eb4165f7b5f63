package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.crm.CrmRefusal;
import java.time.Duration;

/**
 * What one attempt at a call came to.
 *
 * @param <T> what is read from the answer
 */
sealed interface Verdict<T> {

    record Done<T>(T value) implements Verdict<T> {}

    record Refused<T>(CrmRefusal refusal) implements Verdict<T> {}

    /** Not sent, since there was no connection. */
    record NotConnected<T>() implements Verdict<T> {}

    /** Not sent, since it was not its turn. */
    record NotSent<T>(Duration retryAfter) implements Verdict<T> {}

    /** Turned away unread, since there are too many calls. */
    record TooMany<T>() implements Verdict<T> {}

    /** Turned away unread, since the token is no good any more. */
    record TokenRefused<T>() implements Verdict<T> {}

    /** Turned away unread, and not because of the token's age. */
    record NotLetIn<T>() implements Verdict<T> {}

    /**
     * Sent, and nobody knows what came of it.
     *
     * @param broken whether Zoho is away or broken; else it answered something that this adapter does not understand
     */
    record Lost<T>(boolean broken) implements Verdict<T> {}
}
