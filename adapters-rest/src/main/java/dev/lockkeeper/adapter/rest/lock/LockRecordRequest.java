package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.domain.lock.LockReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of Zoho's lock and change calls, {@code {"data":[{"Locked_Reason__s":"…"}]}}, whatever its content type.
 *
 * <p>It has to be an object of JSON as {@link JsonDocument} reads it; other keys are passed over. The first fault from
 * the outside in is answered.
 */
final class LockRecordRequest {

    static final String REASON = "Locked_Reason__s";

    private LockRecordRequest() {}

    /** Either a reason or a fault. */
    sealed interface Result {}

    record Read(LockReason reason) implements Result {}

    record Unreadable(LockBodyFault fault) implements Result {}

    static Result read(byte[] body) {
        Optional<Object> document = JsonDocument.read(body);
        return document.isPresent() && document.get() instanceof Map<?, ?> object
                ? data(object.get("data"))
                : new Unreadable(LockBodyFault.NOT_JSON);
    }

    private static Result data(@Nullable Object data) {
        return switch (data) {
            case null -> new Unreadable(LockBodyFault.DATA_MISSING);
            case List<?> elements when elements.isEmpty() -> new Unreadable(LockBodyFault.DATA_EMPTY);
            case List<?> elements when elements.size() > 1 -> new Unreadable(LockBodyFault.DATA_TOO_MANY);
            case List<?> elements -> element(elements.getFirst());
            case Object _ -> new Unreadable(LockBodyFault.DATA_NOT_ARRAY);
        };
    }

    private static Result element(@Nullable Object element) {
        return element instanceof Map<?, ?> object
                ? reason(object.get(REASON))
                : new Unreadable(LockBodyFault.ELEMENT_NOT_OBJECT);
    }

    private static Result reason(@Nullable Object reason) {
        return switch (reason) {
            case null -> judged(null);
            case String text -> judged(text);
            case Object _ -> new Unreadable(LockBodyFault.REASON_NOT_TEXT);
        };
    }

    private static Result judged(@Nullable String reason) {
        return switch (LockReason.check(reason)) {
            case LockReason.Accepted(LockReason accepted) -> new Read(accepted);
            case LockReason.Refused(LockReason.Fault fault) ->
                new Unreadable(
                        switch (fault) {
                            case MISSING -> LockBodyFault.REASON_MISSING;
                            case TOO_LONG -> LockBodyFault.REASON_TOO_LONG;
                            case NOT_TEXT -> LockBodyFault.REASON_NOT_TEXT;
                        });
        };
    }
}
