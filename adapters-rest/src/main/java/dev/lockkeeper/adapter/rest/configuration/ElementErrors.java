package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.domain.configuration.Label;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Zoho's words for what is wrong with an element of one of a configuration's lists. */
final class ElementErrors {

    private static final String BAD_ID = "the id given seems to be invalid";
    private static final String FIELD_NOT_FOUND = "field not found";

    private ElementErrors() {}

    static ZohoError of(ElementFault fault, int index) {
        return switch (fault) {
            case RULE_ID_MISSING -> missing(Keys.LOCKING_RULES, index, Keys.ID);
            case RULE_ID_UNKNOWN -> invalid(Keys.LOCKING_RULES, index, Keys.ID, BAD_ID);
            case RULE_NAME_MISSING -> missing(Keys.LOCKING_RULES, index, Keys.NAME);
            case RULE_NAME_INVALID -> ruleNameInvalid(index);
            case RULE_NAME_REPEATED -> repeated(index, Keys.NAME, "Duplicate rule name found, Enter unique rulename.");
            case RULE_CRITERIA_MISSING -> missing(Keys.LOCKING_RULES, index, Keys.CRITERIA);
            case RULE_CRITERIA_REPEATED ->
                repeated(index, Keys.CRITERIA, "Duplicate criteria found, Enter unique criteria.");
            case PROFILE_UNNAMED -> missing(Keys.LOCK_EXCLUDED_PROFILES, index, Keys.ID);
            case PROFILE_ID_UNKNOWN -> profileNotFound(index, Keys.ID);
            case PROFILE_NAME_UNKNOWN -> profileNotFound(index, Keys.NAME);
            case FIELD_UNNAMED -> FieldNameErrors.unnamed(element(Keys.EXCLUDED_FIELDS, index));
            case FIELD_AMBIGUOUS -> FieldNameErrors.ambiguous(element(Keys.EXCLUDED_FIELDS, index));
            case FIELD_ID_UNKNOWN -> invalid(Keys.EXCLUDED_FIELDS, index, Keys.ID, FIELD_NOT_FOUND);
            case FIELD_NAME_UNKNOWN -> invalid(Keys.EXCLUDED_FIELDS, index, Keys.API_NAME, FIELD_NOT_FOUND);
            case FIELD_BY_ID_NOT_SUPPORTED -> fieldNotSupported(index, Keys.ID);
            case FIELD_BY_NAME_NOT_SUPPORTED -> fieldNotSupported(index, Keys.API_NAME);
            case ACTION_UNKNOWN ->
                unknown(
                        Keys.RESTRICTED_ACTIONS,
                        index,
                        names(RestrictedAction.values(), RestrictedAction::zohoName),
                        "action not found");
            case COMMUNICATION_UNKNOWN ->
                unknown(
                        Keys.RESTRICTED_COMMUNICATIONS,
                        index,
                        names(RestrictedCommunication.values(), RestrictedCommunication::zohoName),
                        "communications not found");
            case BUTTON_UNKNOWN -> invalid(Keys.RESTRICTED_CUSTOM_BUTTONS, index, Keys.ID, "custom button not found");
        };
    }

    private static ZohoError ruleNameInvalid(int index) {
        return ZohoError.of(
                "INVALID_DATA",
                details(
                        "maximum_length",
                        Label.MAX_LENGTH,
                        "api_name",
                        Keys.NAME,
                        "json_path",
                        Keys.at(element(Keys.LOCKING_RULES, index), Keys.NAME)),
                "invalid data");
    }

    private static ZohoError repeated(int index, String key, String message) {
        return ZohoError.of("DUPLICATE_DATA", at(Keys.LOCKING_RULES, index, key), message);
    }

    private static ZohoError profileNotFound(int index, String key) {
        return invalid(Keys.LOCK_EXCLUDED_PROFILES, index, key, "lock_excluded_profiles not found");
    }

    private static ZohoError fieldNotSupported(int index, String key) {
        return ZohoError.of("NOT_SUPPORTED", at(Keys.EXCLUDED_FIELDS, index, key), "Field not supported");
    }

    private static ZohoError unknown(String list, int index, List<String> supported, String message) {
        return ZohoError.of(
                "INVALID_DATA",
                details("supported_values", supported, "api_name", list, "json_path", element(list, index)),
                message);
    }

    private static ZohoError missing(String list, int index, String key) {
        return ZohoError.of("MANDATORY_NOT_FOUND", at(list, index, key), "required field not found");
    }

    private static ZohoError invalid(String list, int index, String key, String message) {
        return ZohoError.of("INVALID_DATA", at(list, index, key), message);
    }

    private static Map<String, Object> at(String list, int index, String key) {
        return details("api_name", key, "json_path", Keys.at(element(list, index), key));
    }

    private static String element(String list, int index) {
        return Keys.at(Keys.at(Keys.ELEMENT_PATH, list), index);
    }

    private static <T> List<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toList();
    }
}
