package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.error.ZohoError.details;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.application.configuration.ConfigurationFault;
import dev.lockkeeper.application.configuration.ConfigurationRefusal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.List;

/**
 * Zoho's words for what a configuration call is refused for: catalogue of bodies, family {@code
 * record_locking_configurations}, oddities of spelling included.
 */
final class ConfigurationErrors {

    private static final int CONFIGURATIONS = 1;
    private static final int CONFIGURATION = 2;

    private ConfigurationErrors() {}

    static HttpResponse<?> parameterMissing(String name) {
        return ZohoError.missingParameter(name).answer(HttpStatus.BAD_REQUEST);
    }

    static HttpResponse<?> target(ConfigurationRefusal refusal) {
        return switch (refusal) {
            // The module is a parameter here, so no segment of the URL is at fault.
            case UNKNOWN_MODULE ->
                ZohoError.of("INVALID_MODULE", "the module name given seems to be invalid")
                        .answer(HttpStatus.BAD_REQUEST);
            case MODULE_NOT_SUPPORTED ->
                ZohoError.of(
                                "NOT_SUPPORTED",
                                details("param_name", "module"),
                                "the module name given is not supported for the  feature")
                        .answer(HttpStatus.BAD_REQUEST);
            case NO_SUCH_CONFIGURATION ->
                ZohoError.inPath("INVALID_DATA", CONFIGURATION, "the id given seems to be invalid")
                        .answer(HttpStatus.BAD_REQUEST);
            case NOT_PERMITTED ->
                ZohoError.of(
                                "NO_PERMISSION",
                                details("permissions", List.of("Crm_Implied_Customize_Zoho_CRM")),
                                "permission denied")
                        .answer(HttpStatus.FORBIDDEN);
        };
    }

    static HttpResponse<?> draft(ConfigurationFault fault) {
        ZohoError error = switch (fault) {
            case ConfigurationFault.OfKey key -> KeyErrors.of(key);
            case ConfigurationFault.OfElement(ConfigurationFault.ElementFault of, int index) ->
                ElementErrors.of(of, index);
            case ConfigurationFault.OfCriteria(var ofCriteria, int rule) -> CriteriaErrors.of(ofCriteria, rule);
            case ConfigurationFault.TooMany(ConfigurationFault.Limit of, int available) ->
                KeyErrors.tooMany(of, available);
        };
        return error.answerIn(HttpStatus.BAD_REQUEST, Keys.CONFIGURATIONS);
    }

    static HttpResponse<?> alreadyConfigured() {
        return ZohoError.of(
                        "LIMIT_EXCEEDED",
                        details("param_name", "module", "limit", 1),
                        "Configuration already created for this module")
                .answer(HttpStatus.BAD_REQUEST);
    }

    static HttpResponse<?> notToBeChanged() {
        return ofTheSystem("Configuration created by system cannot be updated");
    }

    static HttpResponse<?> notToBeDeleted() {
        return ofTheSystem("Configuration created by system cannot be deleted");
    }

    private static HttpResponse<?> ofTheSystem(String message) {
        return ZohoError.inPath("NOT_ALLOWED", CONFIGURATIONS, message).answer(HttpStatus.FORBIDDEN);
    }
}
