package dev.lockkeeper.adapter.rest.error;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** What the decision API says of an error: a string and nothing else (AuthZEN, section "Error Responses"). */
public final class ErrorMessage {

    private static final MediaType PLAIN_TEXT = MediaType.of("text/plain; charset=utf-8");

    private ErrorMessage() {}

    /**
     * A message as an answer.
     *
     * @param message what is wrong with this very request, for the one who sent it
     */
    public static MutableHttpResponse<?> answer(HttpStatus status, String message) {
        return HttpResponse.status(status).contentType(PLAIN_TEXT).body(message);
    }
}
