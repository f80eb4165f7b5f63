package dev.lockkeeper.domain.crm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A no of the CRM, with its own words, which reach the caller unchanged.
 *
 * @param status of HTTP, 400 to 499
 * @param body the JSON document of the answer, as maps, lists, texts, numbers and booleans; of what is no JSON object,
 *     empty. Without secrets
 */
public record CrmRefusal(Reason reason, int status, Map<String, @Nullable Object> body) {

    /** Why, as far as the CRM documents it. */
    public enum Reason {
        /** The record has a lock. */
        ALREADY_LOCKED,
        /** The module's records are locked by rules alone. */
        AUTOMATIC_ONLY,
        /** A rule holds the lock. */
        HELD_BY_RULE,
        /** The module has no locking configuration. */
        NOT_CONFIGURED,
        /** There is no such module. */
        UNKNOWN_MODULE,
        /** There is no such record. */
        UNKNOWN_RECORD,
        /** The record has no such lock, or there is no such configuration. */
        UNKNOWN_ID,
        /** The module cannot be configured, or the edition has no locking. */
        NOT_SUPPORTED,
        /** The user on whose behalf this service calls may not. */
        NOT_PERMITTED,
        /** The body says something that the CRM does not accept, or lacks something. */
        INVALID_BODY,
        /** The CRM has no such call. */
        UNKNOWN_CALL,
        /** Something that its documentation does not mention. */
        UNDOCUMENTED
    }

    public CrmRefusal(Reason reason, int status, Map<String, @Nullable Object> body) {
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("A refusal has a status from 400 to 499: " + status);
        }
        this.reason = reason;
        this.status = status;
        this.body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
