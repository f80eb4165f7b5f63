package dev.lockkeeper.adapter.rest.oauth;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import dev.lockkeeper.adapter.rest.limit.RetryAfter;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;

/**
 * Why no access token is issued. Zoho's clients look for the key {@code error} in an answer of status 200 (wire contract,
 * "Calling the real Zoho CRM"); clients by the standard get the statuses of RFC 6749, section 5.2.
 */
@AnswerSchema
@Serdeable
record TokenError(
        @Schema(ref = "#/components/schemas/TokenErrorCode") String error) {

    /** As Zoho answers. */
    static MutableHttpResponse<?> zoho(String error) {
        return answer(HttpStatus.OK, error);
    }

    /** As RFC 6749 has it. */
    static MutableHttpResponse<?> standard(String error) {
        return answer(HttpStatus.BAD_REQUEST, error);
    }

    /** What RFC 6749 has for a client that is not known by what it presents. */
    static MutableHttpResponse<?> unknownClient() {
        return answer(HttpStatus.UNAUTHORIZED, "invalid_client")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Lockkeeper\"");
    }

    /** What Zoho answers a client that asks too often. */
    static MutableHttpResponse<?> tooMany(Duration delay) {
        return standard("Access Denied").header(HttpHeaders.RETRY_AFTER, RetryAfter.of(delay));
    }

    private static MutableHttpResponse<?> answer(HttpStatus status, String error) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(new TokenError(error));
    }
}
