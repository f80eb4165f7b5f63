package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.error.CrmWords;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.TargetRefusal;
import dev.lockkeeper.domain.crm.CrmRefusal;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.time.Duration;

/** Zoho's words for what a lock call is refused for: catalogue of bodies, family {@code locking_information}. */
final class LockErrors {

    private static final int MODULE = 0;
    private static final int RECORD = 1;
    private static final int RELATION = 2;
    private static final int LOCK = 3;

    private LockErrors() {}

    static HttpResponse<?> target(TargetRefusal refusal, HttpRequest<?> request) {
        return switch (refusal) {
            case UNKNOWN_MODULE -> bad("INVALID_MODULE", MODULE, "the module name given seems to be invalid");
            case INVALID_RECORD_ID -> bad("INVALID_DATA", RECORD, "the related id given seems to be invalid");
            // Zoho gives the segment of an unknown relation on DELETE only, and then counts one further.
            case UNKNOWN_RELATION ->
                request.getMethod() == HttpMethod.DELETE
                        ? bad("INVALID_DATA", LOCK, "relation not found")
                        : ZohoError.of("INVALID_DATA", "relation not found").answer(HttpStatus.BAD_REQUEST);
            case NOT_KNOWN -> Refusal.AUTHORITY_UNAVAILABLE.answer(request);
            case NO_CONFIGURATION ->
                bad("NOT_ALLOWED", RELATION, "Required Record Locking Configuration is not present");
        };
    }

    /** What the CRM says, it says to the caller. */
    static HttpResponse<?> elsewhere(ElsewhereOutcome outcome, HttpRequest<?> request) {
        return switch (outcome) {
            case ElsewhereOutcome.Pending() -> Refusal.AUTHORITY_PENDING.answer(request);
            case ElsewhereOutcome.Away(Duration retryAfter) ->
                Refusal.AUTHORITY_UNAVAILABLE.answer(request, retryAfter);
            case ElsewhereOutcome.RefusedThere(CrmRefusal refusal) -> CrmWords.answer(refusal.status(), refusal.body());
        };
    }

    static HttpResponse<?> noSuchLock() {
        return bad("INVALID_DATA", LOCK, "the id given seems to be invalid");
    }

    static HttpResponse<?> alreadyLocked() {
        return forbidden("NOT_ALLOWED", "record is already locked");
    }

    static HttpResponse<?> automaticOnly() {
        return forbidden("NOT_ALLOWED", "record cannot be locked, only automatic locking is configured");
    }

    static HttpResponse<?> heldByRule() {
        return forbidden("NOT_ALLOWED", "Automatically locked records can not be unlocked manually");
    }

    /** Seed 000 gives these words for the call that locks; no source has others for the call that changes a reason. */
    static HttpResponse<?> mayNotLock() {
        return forbidden("NO_PERMISSION", "Permission denied to customize record lock configurations");
    }

    static HttpResponse<?> mayNotUnlock() {
        return forbidden("NO_PERMISSION", "You do not have permission to unlock this record");
    }

    private static HttpResponse<?> bad(String code, int segment, String message) {
        return ZohoError.inPath(code, segment, message).answer(HttpStatus.BAD_REQUEST);
    }

    private static HttpResponse<?> forbidden(String code, String message) {
        return ZohoError.inPath(code, RECORD, message).answer(HttpStatus.FORBIDDEN);
    }
}
