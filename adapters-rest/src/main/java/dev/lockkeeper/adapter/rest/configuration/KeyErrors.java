package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Zoho's words for what is wrong with one key of a configuration as a whole. */
final class KeyErrors {

    private KeyErrors() {}

    static ZohoError of(OfKey fault) {
        return switch (fault) {
            case ID_MISSING -> missing(Keys.ID);
            case ID_UNKNOWN -> invalid(at(Keys.ID), "the id given seems to be invalid");
            case LOCK_TYPE_MISSING -> missing(Keys.LOCK_TYPE);
            case LOCK_TYPE_UNKNOWN ->
                invalid(choice(LockType.values(), LockType::zohoName, Keys.LOCK_TYPE), "lock_type not found");
            case RULES_MISSING ->
                dependent(
                        Keys.LOCKING_RULES,
                        Keys.LOCK_TYPE,
                        "locking_rules should have been given when lock_type is given as automatic or both");
            case LOCKED_FOR_UNKNOWN ->
                invalid(choice(LockedFor.values(), LockedFor::zohoName, Keys.LOCKED_FOR), "locked_for not found");
            // The blank at the end is Zoho's.
            case EXCLUDED_PROFILES_MISSING ->
                dependent(
                        Keys.LOCK_EXCLUDED_PROFILES,
                        Keys.LOCKED_FOR,
                        "lock_excluded_profiles should have been given when locked_for is given as "
                                + "all_profiles_except_excluded_profiles ");
            case FEATURE_TYPE_UNKNOWN -> invalid(at(Keys.FEATURE_TYPE), "invalid data");
            case COMMUNICATIONS_NOT_SUPPORTED ->
                ZohoError.of("NOT_SUPPORTED", at(Keys.RESTRICTED_COMMUNICATIONS), "communications not found");
        };
    }

    static ZohoError tooMany(Limit limit, int available) {
        return switch (limit) {
            case LOCKING_RULES -> tooMany(limit, available, Keys.LOCKING_RULES, "locking rules");
            case LOCK_EXCLUDED_PROFILES -> tooMany(limit, available, Keys.LOCK_EXCLUDED_PROFILES, "excluded profiles");
            case EXCLUDED_FIELDS -> tooMany(limit, available, Keys.EXCLUDED_FIELDS, "excluded fields");
            case RESTRICTED_CUSTOM_BUTTONS ->
                tooMany(limit, available, Keys.RESTRICTED_CUSTOM_BUTTONS, "restricted custom buttons");
        };
    }

    private static ZohoError tooMany(Limit limit, int available, String key, String what) {
        return ZohoError.of(
                "LIMIT_EXCEEDED",
                details(
                        "limit",
                        limit.most(),
                        "available_limit",
                        available,
                        "api_name",
                        key,
                        "json_path",
                        Keys.at(Keys.ELEMENT_PATH, key)),
                "Maximum limit for " + what + " exceeded");
    }

    private static ZohoError missing(String key) {
        return ZohoError.of("MANDATORY_NOT_FOUND", at(key), "required field not found");
    }

    private static ZohoError invalid(Map<String, Object> details, String message) {
        return ZohoError.of("INVALID_DATA", details, message);
    }

    private static ZohoError dependent(String key, String dependee, String message) {
        return ZohoError.of(
                "DEPENDENT_FIELD_MISSING",
                details("dependee", at(dependee), "api_name", key, "json_path", Keys.at(Keys.ELEMENT_PATH, key)),
                message);
    }

    private static <T> Map<String, Object> choice(T[] values, Function<T, String> name, String key) {
        List<String> names = Arrays.stream(values).map(name).toList();
        return details("supported_values", names, "api_name", key, "json_path", Keys.at(Keys.ELEMENT_PATH, key));
    }

    private static Map<String, Object> at(String key) {
        return details("api_name", key, "json_path", Keys.at(Keys.ELEMENT_PATH, key));
    }
}
