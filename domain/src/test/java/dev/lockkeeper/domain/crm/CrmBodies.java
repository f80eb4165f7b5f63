package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.crm.CrmRefusal.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zoho's words, as the wire contract has them. */
public final class CrmBodies {

    private static final String CONFIGURATIONS = "record_locking_configurations";

    private CrmBodies() {}

    public static CrmRefusal unknownModule(Map<String, @Nullable Object> details) {
        return flat(Reason.UNKNOWN_MODULE, 400, "INVALID_MODULE", details, "the module name given seems to be invalid");
    }

    public static CrmRefusal unknownRecord() {
        return flat(Reason.UNKNOWN_RECORD, 400, "INVALID_DATA", segment(1), "the related id given seems to be invalid");
    }

    public static CrmRefusal unknownId(int segment) {
        return flat(Reason.UNKNOWN_ID, 400, "INVALID_DATA", segment(segment), "the id given seems to be invalid");
    }

    public static CrmRefusal notConfigured() {
        return flat(
                Reason.NOT_CONFIGURED,
                400,
                "NOT_ALLOWED",
                segment(2),
                "Required Record Locking Configuration is not present");
    }

    public static CrmRefusal alreadyLocked() {
        return flat(Reason.ALREADY_LOCKED, 403, "NOT_ALLOWED", segment(1), "record is already locked");
    }

    public static CrmRefusal automaticOnly() {
        return flat(
                Reason.AUTOMATIC_ONLY,
                403,
                "NOT_ALLOWED",
                segment(1),
                "record cannot be locked, only automatic locking is configured");
    }

    public static CrmRefusal heldByRule() {
        return flat(
                Reason.HELD_BY_RULE,
                403,
                "NOT_ALLOWED",
                segment(1),
                "Automatically locked records can not be unlocked manually");
    }

    public static CrmRefusal secondConfiguration() {
        return flat(
                Reason.INVALID_BODY,
                400,
                "LIMIT_EXCEEDED",
                entries("param_name", "module", "limit", 1),
                "Configuration already created for this module");
    }

    public static CrmRefusal lockTypeMissing() {
        return inConfiguration(
                "MANDATORY_NOT_FOUND",
                entries("api_name", "lock_type", "json_path", "$." + CONFIGURATIONS + "[0].lock_type"),
                "required field not found");
    }

    public static CrmRefusal lockTypeInvalid() {
        return inConfiguration(
                "INVALID_DATA",
                entries(
                        "supported_values",
                        List.of("manual", "automatic", "both"),
                        "api_name",
                        "lock_type",
                        "json_path",
                        "$." + CONFIGURATIONS + "[0].lock_type"),
                "lock_type not found");
    }

    /** What is answered to a change of a configuration that was made. */
    public static Map<String, @Nullable Object> configurationDone(String id, String message) {
        return entries(CONFIGURATIONS, List.of(done(entries("id", id), message)));
    }

    /** An element that says yes. */
    public static Map<String, @Nullable Object> done(Map<String, @Nullable Object> details, String message) {
        return entries("code", "SUCCESS", "details", details, "message", message, "status", "success");
    }

    /** An element, or a whole body, that says no. */
    public static Map<String, @Nullable Object> error(
            String code, Map<String, @Nullable Object> details, String message) {
        return entries("code", code, "details", details, "message", message, "status", "error");
    }

    /** The details that name a segment of the URL. */
    public static Map<String, @Nullable Object> segment(int index) {
        return entries("resource_path_index", index);
    }

    /** Keys and values in turns, in this order. */
    public static Map<String, @Nullable Object> entries(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            made.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return made;
    }

    private static CrmRefusal flat(
            Reason reason, int status, String code, Map<String, @Nullable Object> details, String message) {
        return new CrmRefusal(reason, status, error(code, details, message));
    }

    private static CrmRefusal inConfiguration(String code, Map<String, @Nullable Object> details, String message) {
        return new CrmRefusal(
                Reason.INVALID_BODY, 400, entries(CONFIGURATIONS, List.of(error(code, details, message))));
    }
}
