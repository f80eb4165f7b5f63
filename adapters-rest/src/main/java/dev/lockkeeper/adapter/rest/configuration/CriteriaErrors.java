package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.domain.criteria.CriteriaFault;
import dev.lockkeeper.domain.criteria.CriteriaReader;

/** Zoho's words for what is wrong with the criteria of a rule; where no source has any, words like them. */
final class CriteriaErrors {

    private CriteriaErrors() {}

    /** @param rule its place in the body, counted from 0 */
    static ZohoError of(CriteriaFault fault, int rule) {
        String criteria = Keys.at(Keys.at(Keys.at(Keys.ELEMENT_PATH, Keys.LOCKING_RULES), rule), Keys.CRITERIA);
        String path = criteria + fault.path();
        return switch (fault.kind()) {
            case FIELD_NOT_FOUND -> error("INVALID_DATA", fault, path, "field not found");
            case FIELD_NOT_SUPPORTED -> error("NOT_SUPPORTED", fault, path, "field not supported");
            case FIELD_AMBIGUOUS -> FieldNameErrors.ambiguous(path);
            case FIELD_UNNAMED -> FieldNameErrors.unnamed(path);
            case MISSING -> error("MANDATORY_NOT_FOUND", fault, path, "required field not found");
            case COMPARATOR_UNKNOWN -> unknown(fault, path, "comparator not found");
            case OPERATOR_UNKNOWN -> unknown(fault, path, "group_operator not found");
            case VALUE_INVALID, WRONG_TYPE, NOT_AN_OBJECT, GROUP_EMPTY ->
                error("INVALID_DATA", fault, path, "invalid data");
            case TOO_MANY_LEAVES ->
                tooMany(CriteriaReader.MAX_LEAVES, fault, path, "Maximum limit for criteria exceeded");
            case TOO_DEEP ->
                tooMany(CriteriaReader.MAX_LEVELS, fault, path, "Maximum limit for criteria levels exceeded");
        };
    }

    private static ZohoError error(String code, CriteriaFault fault, String path, String message) {
        return ZohoError.of(code, details("api_name", fault.apiName(), "json_path", path), message);
    }

    private static ZohoError unknown(CriteriaFault fault, String path, String message) {
        return ZohoError.of(
                "INVALID_DATA",
                details("supported_values", fault.supportedValues(), "api_name", fault.apiName(), "json_path", path),
                message);
    }

    private static ZohoError tooMany(int limit, CriteriaFault fault, String path, String message) {
        return ZohoError.of(
                "LIMIT_EXCEEDED", details("limit", limit, "api_name", fault.apiName(), "json_path", path), message);
    }
}
