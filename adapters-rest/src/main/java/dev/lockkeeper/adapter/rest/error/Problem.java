package dev.lockkeeper.adapter.rest.error;

import dev.lockkeeper.adapter.rest.document.AnswerSchema;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Problem details of RFC 9457; the type is {@code about:blank}, so the title is the status' own phrase. */
@AnswerSchema
@Serdeable
public record Problem(
        @Schema(type = "string", allowableValues = "about:blank")
        String type,

        String title,
        int status,
        String detail) {

    private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

    /**
     * A problem as an answer.
     *
     * @param detail what is wrong with this very request, for the one who sent it
     */
    public static MutableHttpResponse<?> answer(HttpStatus status, String detail) {
        return HttpResponse.status(status).contentType(PROBLEM_JSON).body(of(status, detail));
    }

    /** A problem as a part of an answer. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail);
    }
}
