package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import java.util.List;
import java.util.Map;

/** Zoho's words for a field that its id and its api name do not tell between them. */
final class FieldNameErrors {

    private FieldNameErrors() {}

    /** @param path of the object that names the field */
    static ZohoError unnamed(String path) {
        return ZohoError.of(
                "EXPECTED_FIELD_MISSING", details("expected_fields", both(path)), "Field Id and apiname is missing.");
    }

    /** @param path of the object that names the field */
    static ZohoError ambiguous(String path) {
        return ZohoError.of(
                "AMBIGUITY_DURING_PROCESSING",
                details("ambiguity_due_to", both(path)),
                "Field Id and apiname are ambiguous");
    }

    private static List<Map<String, Object>> both(String path) {
        return List.of(key(path, Keys.API_NAME), key(path, Keys.ID));
    }

    private static Map<String, Object> key(String path, String key) {
        return details("json_path", Keys.at(path, key), "api_name", key);
    }
}
