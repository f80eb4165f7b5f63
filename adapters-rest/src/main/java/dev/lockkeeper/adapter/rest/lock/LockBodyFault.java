package dev.lockkeeper.adapter.rest.lock;

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
    NOT_JSON(ZohoError.of("INVALID_DATA", Map.of("expected_data_type", "jsonobject"), "invalid data")),
    DATA_MISSING(ZohoError.of("MANDATORY_NOT_FOUND", at("data", "$.data"), "required field not found")),
    DATA_NOT_ARRAY(ZohoError.of(
            "INVALID_DATA",
            Map.of("expected_data_type", "jsonarray", "api_name", "data", "json_path", "$.data"),
            "invalid data")),
    DATA_EMPTY(ZohoError.of(
            "INVALID_DATA", Map.of("minimum_length", 1, "api_name", "data", "json_path", "$.data"), "invalid data")),
    DATA_TOO_MANY(ZohoError.of(
            "INVALID_DATA", Map.of("maximum_length", 1, "api_name", "data", "json_path", "$.data"), "invalid data")),
    ELEMENT_NOT_OBJECT(ZohoError.of(
            "INVALID_DATA", Map.of("expected_data_type", "jsonobject", "json_path", "$.data[0]"), "invalid data")),
    REASON_MISSING(ZohoError.of(
            "MANDATORY_NOT_FOUND",
            at(LockRecordRequest.REASON, "$.data[0].Locked_Reason__s"),
            "required field not found")),
    REASON_NOT_TEXT(ZohoError.of(
            "INVALID_DATA",
            Map.of(
                    "expected_data_type",
                    "text",
                    "api_name",
                    LockRecordRequest.REASON,
                    "json_path",
                    "$.data[0].Locked_Reason__s"),
            "invalid data")),
    REASON_TOO_LONG(ZohoError.of(
            "INVALID_DATA",
            Map.of(
                    "maximum_length",
                    LockReason.MAX_LENGTH,
                    "api_name",
                    LockRecordRequest.REASON,
                    "json_path",
                    "$.data[0].Locked_Reason__s"),
            "invalid data"));

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

    private static Map<String, Object> at(String apiName, String jsonPath) {
        return Map.of("api_name", apiName, "json_path", jsonPath);
    }
}
