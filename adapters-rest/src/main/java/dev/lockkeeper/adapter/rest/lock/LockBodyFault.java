package dev.lockkeeper.adapter.rest.lock;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.domain.lock.LockReason;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Map;

/**
 * What can be wrong with the body of a lock or change call, and Zoho's words for it: what concerns the body as a whole
 * is answered flat, what concerns the record in it as an element of {@code data}.
 */
enum LockBodyFault {
    NOT_JSON(invalid(details("expected_data_type", "jsonobject"))),
    DATA_MISSING(missing(details("api_name", "data", "json_path", "$.data"))),
    DATA_NOT_ARRAY(invalid(details("expected_data_type", "jsonarray", "api_name", "data", "json_path", "$.data"))),
    DATA_EMPTY(invalid(details("minimum_length", 1, "api_name", "data", "json_path", "$.data"))),
    DATA_TOO_MANY(invalid(details("maximum_length", 1, "api_name", "data", "json_path", "$.data"))),
    ELEMENT_NOT_OBJECT(invalid(details("expected_data_type", "jsonobject", "json_path", "$.data[0]"))),
    REASON_MISSING(missing(details("api_name", Names.REASON, "json_path", Names.REASON_PATH))),
    REASON_NOT_TEXT(
            invalid(details("expected_data_type", "text", "api_name", Names.REASON, "json_path", Names.REASON_PATH))),
    REASON_TOO_LONG(invalid(details(
            "maximum_length", LockReason.MAX_LENGTH, "api_name", Names.REASON, "json_path", Names.REASON_PATH)));

    /** An enum's own constants come after its values. */
    private static final class Names {
        static final String REASON = LockRecordRequest.REASON;
        static final String REASON_PATH = "$.data[0]." + REASON;
    }

    private final ZohoError error;

    LockBodyFault(ZohoError error) {
        this.error = error;
    }

    HttpResponse<?> answer() {
        return switch (this) {
            case NOT_JSON, DATA_MISSING, DATA_NOT_ARRAY, DATA_EMPTY, DATA_TOO_MANY ->
                error.answer(HttpStatus.BAD_REQUEST);
            case ELEMENT_NOT_OBJECT, REASON_MISSING, REASON_NOT_TEXT, REASON_TOO_LONG ->
                error.answerInData(HttpStatus.BAD_REQUEST);
        };
    }

    private static ZohoError invalid(Map<String, Object> details) {
        return ZohoError.of("INVALID_DATA", details, "invalid data");
    }

    private static ZohoError missing(Map<String, Object> details) {
        return ZohoError.of("MANDATORY_NOT_FOUND", details, "required field not found");
    }
}
