package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.Map;

/**
 * What keeps a body from being read at all.
 *
 * @param ofElement whether it is about the configuration in the body, and not about the body as a whole
 */
record BodyFault(ZohoError error, boolean ofElement) {

    static final BodyFault NOT_JSON = flat(invalid(details("expected_data_type", "jsonobject")));
    static final BodyFault LIST_MISSING = flat(ZohoError.of(
            "MANDATORY_NOT_FOUND",
            details("api_name", Keys.CONFIGURATIONS, "json_path", Keys.LIST_PATH),
            "required field not found"));
    static final BodyFault LIST_NOT_ARRAY = flat(wrongType("jsonarray", Keys.CONFIGURATIONS, Keys.LIST_PATH));
    static final BodyFault LIST_EMPTY = wrongLength("minimum_length");
    static final BodyFault LIST_TOO_LONG = wrongLength("maximum_length");

    /** Something in the configuration is not of its JSON type. */
    static BodyFault inElement(String expectedType, String key, String path) {
        return new BodyFault(wrongType(expectedType, key, path), true);
    }

    HttpResponse<?> answer() {
        return ofElement
                ? error.answerIn(HttpStatus.BAD_REQUEST, Keys.CONFIGURATIONS)
                : error.answer(HttpStatus.BAD_REQUEST);
    }

    private static BodyFault flat(ZohoError error) {
        return new BodyFault(error, false);
    }

    private static BodyFault wrongLength(String limit) {
        return flat(invalid(details(limit, 1, "api_name", Keys.CONFIGURATIONS, "json_path", Keys.LIST_PATH)));
    }

    private static ZohoError wrongType(String expected, String key, String path) {
        return invalid(details("expected_data_type", expected, "api_name", key, "json_path", path));
    }

    private static ZohoError invalid(Map<String, Object> details) {
        return ZohoError.of("INVALID_DATA", details, "invalid data");
    }
}
