package dev.lockkeeper.adapter.rest.error;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Zoho's error object. All four keys are always there: Zoho's SDK recognises an error by them. */
@AnswerSchema
@Serdeable
public record ZohoError(
        @Schema(type = "string", pattern = "^[A-Z_]+$") String code,
        @Schema(ref = "#/components/schemas/ErrorDetails") Map<String, Object> details,
        String message,
        @Schema(type = "string", allowableValues = "error") String status) {

    /** An error without details. */
    public static ZohoError of(String code, String message) {
        return of(code, Map.of(), message);
    }

    public static ZohoError of(String code, Map<String, Object> details, String message) {
        return new ZohoError(code, details, message, "error");
    }

    /** An error about one segment of the URL, counted from 0 after {@code /crm/{version}/}. */
    public static ZohoError inPath(String code, int segment, String message) {
        return of(code, Map.of("resource_path_index", segment), message);
    }

    /** Details in the order in which Zoho's samples have them: keys and values by turns. */
    public static Map<String, Object> details(Object... keysAndValues) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            details.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(details);
    }

    /** A mandatory query parameter is not there. */
    public static ZohoError missingParameter(String name) {
        return of("REQUIRED_PARAM_MISSING", Map.of("param_name", name), "One of the expected parameter is missing");
    }

    /** The error alone, as Zoho answers what is wrong with a call. */
    public MutableHttpResponse<?> answer(HttpStatus status) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(this);
    }

    /** The error as the one element of {@code data}, as Zoho answers what is wrong with a record sent. */
    public MutableHttpResponse<?> answerInData(HttpStatus status) {
        return answerIn(status, "data");
    }

    /** The error as the one element of what was sent under this key. */
    public MutableHttpResponse<?> answerIn(HttpStatus status, String key) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Map.of(key, List.of(this)));
    }
}
