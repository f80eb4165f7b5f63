package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * What any call can be refused for, with its form on each surface (wire contract, "Errors that any call can have"; RFC
 * 9457 and RFC 6750 for the management API; AuthZEN's "Error Responses", with the same statuses, for the decision API).
 */
public enum Refusal {
    NO_TOKEN(
            HttpStatus.UNAUTHORIZED,
            ZohoError.of("AUTHENTICATION_FAILURE", "Authentication failed"),
            HttpStatus.UNAUTHORIZED,
            "An access token is needed: Authorization: Bearer …"),
    INVALID_TOKEN(
            HttpStatus.UNAUTHORIZED,
            ZohoError.of("INVALID_TOKEN", "invalid oauth token"),
            HttpStatus.UNAUTHORIZED,
            "The access token is unknown, or is in force no longer."),
    SCOPE_MISMATCH(
            HttpStatus.UNAUTHORIZED,
            ZohoError.of("OAUTH_SCOPE_MISMATCH", "Unauthorized"),
            HttpStatus.FORBIDDEN,
            "The access token lacks the scope for this call."),
    UNKNOWN_URL(
            HttpStatus.NOT_FOUND,
            ZohoError.of("INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one"),
            HttpStatus.NOT_FOUND,
            "There is nothing at this address."),
    WRONG_METHOD(
            HttpStatus.FORBIDDEN, // Zoho never answers 405.
            ZohoError.of("INVALID_REQUEST_METHOD", "The http request method type is not a valid one"),
            HttpStatus.METHOD_NOT_ALLOWED,
            "This address does not know the request's method."),
    MALFORMED(
            HttpStatus.BAD_REQUEST,
            ZohoError.of("INVALID_DATA", "invalid data"),
            HttpStatus.BAD_REQUEST,
            "The request cannot be read."),
    TOO_LARGE(
            HttpStatus.BAD_REQUEST, // The contract has no 413.
            ZohoError.of("INVALID_DATA", "invalid data"),
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "The request's body is too large."),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            ZohoError.of(
                    "TOO_MANY_REQUESTS",
                    "You have made too many requests continuously. Please try again after some time."),
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests; the header Retry-After says in how many seconds to come again."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            ZohoError.of("INTERNAL_ERROR", "Internal Server Error"),
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here; the log knows more under the request's id."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            ZohoError.of("INTERNAL_ERROR", "Internal Server Error"),
            HttpStatus.SERVICE_UNAVAILABLE,
            "The store cannot be reached just now; nothing was changed."),
    PROVIDER_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            ZohoError.of("INTERNAL_ERROR", "Internal Server Error"),
            HttpStatus.SERVICE_UNAVAILABLE,
            "The identity provider's keys cannot be had just now; nothing was changed."),
    AUTHORITY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            ZohoError.of("INTERNAL_ERROR", "Internal Server Error"),
            HttpStatus.SERVICE_UNAVAILABLE,
            "The CRM, which decides about locks, cannot be asked just now; nothing was changed."),
    AUTHORITY_PENDING(
            HttpStatus.SERVICE_UNAVAILABLE,
            ZohoError.of("INTERNAL_ERROR", Map.of("pending", true), "Internal Server Error"),
            HttpStatus.SERVICE_UNAVAILABLE,
            "The CRM, which decides about locks, is being asked, and what comes of it is not known yet."),
    UNAVAILABLE_AND_PENDING(
            HttpStatus.SERVICE_UNAVAILABLE,
            ZohoError.of("INTERNAL_ERROR", Map.of("pending", true), "Internal Server Error"),
            HttpStatus.SERVICE_UNAVAILABLE,
            "The store went away during the change, which may have happened: look before you repeat it."),
    NOT_KNOWN(
            HttpStatus.SERVICE_UNAVAILABLE,
            ZohoError.of("INTERNAL_ERROR", "Internal Server Error"),
            HttpStatus.SERVICE_UNAVAILABLE,
            "The state of the locks is not known just now; nothing was decided, so do not take it for a no.");

    /** After how many seconds a caller is asked to come again. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private final HttpStatus zohoStatus;
    private final ZohoError zohoError;
    private final HttpStatus status;
    private final String detail;

    Refusal(HttpStatus zohoStatus, ZohoError zohoError, HttpStatus status, String detail) {
        this.zohoStatus = zohoStatus;
        this.zohoError = zohoError;
        this.status = status;
        this.detail = detail;
    }

    /** What is wrong, for the one who sent the request. */
    public String detail() {
        return detail;
    }

    /** The refusal in the words of the surface that the request was for. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request) {
        MutableHttpResponse<?> answer = switch (Surface.of(request)) {
            case ZOHO -> zohoError.answer(zohoStatus);
            case MANAGEMENT -> Problem.answer(status, detail);
            case ACCESS -> ErrorMessage.answer(status, detail);
        };
        if (zohoStatus == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (zohoStatus == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge());
        }
        return answer;
    }

    /** The refusal, with the time after which to come again: rounded up to whole seconds, 1 at the least. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        MutableHttpResponse<?> answer = answer(request);
        answer.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return answer;
    }

    /** RFC 6750, section 3. */
    private String challenge() {
        return switch (this) {
            case INVALID_TOKEN -> "Bearer error=\"invalid_token\"";
            case SCOPE_MISMATCH -> "Bearer error=\"insufficient_scope\"";
            default -> "Bearer";
        };
    }
}
