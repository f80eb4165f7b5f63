package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmRefusal.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of Zoho's documented refusals an answer is. */
final class Refusals {

    /** Of a refusal that came with a success's status, as an element of the answer. */
    private static final int BAD_REQUEST = 400;

    private static final Map<String, Reason> BY_MESSAGE = Map.ofEntries(
            Map.entry("record is already locked", Reason.ALREADY_LOCKED),
            Map.entry("record cannot be locked, only automatic locking is configured", Reason.AUTOMATIC_ONLY),
            Map.entry("Automatically locked records can not be unlocked manually", Reason.HELD_BY_RULE),
            Map.entry("Required Record Locking Configuration is not present", Reason.NOT_CONFIGURED),
            Map.entry("Configuration created by system cannot be updated", Reason.NOT_SUPPORTED),
            Map.entry("Configuration created by system cannot be deleted", Reason.NOT_SUPPORTED),
            Map.entry("the related id given seems to be invalid", Reason.UNKNOWN_RECORD),
            Map.entry("the id given seems to be invalid", Reason.UNKNOWN_ID),
            Map.entry("relation not found", Reason.UNKNOWN_CALL));

    private static final List<String> ELEMENTS = List.of("data", "record_locking_configurations", "watch");

    private Refusals() {}

    /** The refusal that an answer with this status from 400 to 499 is. */
    static CrmRefusal of(int status, @Nullable Document body) {
        if (body == null) {
            return new CrmRefusal(Reason.UNDOCUMENTED, status, Map.of());
        }
        Document element = elementOf(body);
        Reason reason = element == null ? reasonOf(body) : reasonOfElement(element);
        return new CrmRefusal(reason, status, body.entries());
    }

    /** The refusal that an answer with a success's status is, or null when it is none. */
    static @Nullable CrmRefusal withinSuccess(Document body) {
        Document element = elementOf(body);
        return element != null && "error".equals(element.findText("status")) ? of(BAD_REQUEST, body) : null;
    }

    private static @Nullable Document elementOf(Document body) {
        for (String key : ELEMENTS) {
            if (body.entries().get(key) instanceof List<?> list
                    && !list.isEmpty()
                    && list.getFirst() instanceof Map<?, ?> first) {
                return Document.of(first);
            }
        }
        return null;
    }

    private static Reason reasonOf(Document body) {
        String code = body.findText("code");
        return switch (code == null ? "" : code) {
            case "INVALID_MODULE" -> Reason.UNKNOWN_MODULE;
            case "NO_PERMISSION" -> Reason.NOT_PERMITTED;
            case "NOT_SUPPORTED", "FEATURE_NOT_SUPPORTED" -> Reason.NOT_SUPPORTED;
            case "REQUIRED_PARAM_MISSING", "LIMIT_EXCEEDED" -> Reason.INVALID_BODY;
            case "INVALID_REQUEST_METHOD", "INVALID_URL_PATTERN" -> Reason.UNKNOWN_CALL;
            case "NOT_ALLOWED", "INVALID_DATA" -> byMessage(body);
            default -> Reason.UNDOCUMENTED;
        };
    }

    private static Reason reasonOfElement(Document element) {
        String code = element.findText("code");
        return switch (code == null ? "" : code) {
            case "INVALID_DATA" -> {
                Reason known = byMessage(element);
                yield known == Reason.UNDOCUMENTED ? Reason.INVALID_BODY : known;
            }
            case "MANDATORY_NOT_FOUND",
                    "NOT_SUPPORTED",
                    "DEPENDENT_FIELD_MISSING",
                    "EXPECTED_FIELD_MISSING",
                    "AMBIGUITY_DURING_PROCESSING",
                    "LIMIT_EXCEEDED",
                    "DUPLICATE_DATA" -> Reason.INVALID_BODY;
            default -> reasonOf(element);
        };
    }

    private static Reason byMessage(Document body) {
        String message = body.findText("message");
        return message == null ? Reason.UNDOCUMENTED : BY_MESSAGE.getOrDefault(message, Reason.UNDOCUMENTED);
    }
}
