package dev.lockkeeper.domain.crm;

import java.time.Duration;
import java.util.function.Function;

/**
 * What came of a call of {@link Crm}.
 *
 * @param <T> what the CRM answers when it does as asked
 */
public sealed interface CrmReply<T> {

    /** The CRM did as asked. */
    record Answered<T>(T value) implements CrmReply<T> {}

    /** The CRM answered no, and changed nothing. */
    record Refused<T>(CrmRefusal refusal) implements CrmReply<T> {}

    /**
     * The CRM was not asked, or turned the call away unread: it is away, its limits are reached, or it does not let this
     * service in. Nothing was changed.
     *
     * @param retryAfter when to try again, at the earliest; positive
     */
    record Unavailable<T>(Duration retryAfter) implements CrmReply<T> {}

    /** A change was sent, and no answer that can be understood came: it may have happened, or may still. */
    record Unknown<T>() implements CrmReply<T> {}

    /** The same reply with something else made of the answer. */
    default <U> CrmReply<U> map(Function<T, U> made) {
        return switch (this) {
            case Answered<T>(T value) -> new Answered<>(made.apply(value));
            case Refused<T>(CrmRefusal refusal) -> new Refused<>(refusal);
            case Unavailable<T>(Duration retryAfter) -> new Unavailable<>(retryAfter);
            case Unknown<T>() -> new Unknown<>();
        };
    }
}
