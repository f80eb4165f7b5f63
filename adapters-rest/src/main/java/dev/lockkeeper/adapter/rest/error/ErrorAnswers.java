package dev.lockkeeper.adapter.rest.error;

import dev.lockkeeper.adapter.rest.answer.RequestId;
import dev.lockkeeper.adapter.rest.answer.SecurityHeaders;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the errors that the HTTP server finds by itself their wire form. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class ErrorAnswers implements ErrorResponseProcessor<Object> {

    @Override
    @SuppressWarnings("unchecked") // The type parameter stands for whatever the body is.
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> found) {
        MutableHttpResponse<?> answer = refusal(context, found.status()).answer(context.getRequest());
        // No filter sees the answer to a request that could not be read.
        SecurityHeaders.addTo(answer, context.getRequest());
        RequestId.addTo(answer, context.getRequest().getHeaders().get(RequestId.HEADER));
        String allowed = found.getHeaders().get(HttpHeaders.ALLOW);
        if (allowed != null && answer.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, allowed);
        }
        return (MutableHttpResponse<Object>) answer;
    }

    private static Refusal refusal(ErrorContext context, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Refusal.UNKNOWN_URL;
            // Zoho judges the URL before the method, and no version of ours was named.
            case METHOD_NOT_ALLOWED ->
                CrmPath.isForeign(context.getRequest().getPath()) ? Refusal.UNKNOWN_URL : Refusal.WRONG_METHOD;
            case REQUEST_ENTITY_TOO_LARGE -> Refusal.TOO_LARGE;
            default -> status.getCode() < 500 ? Refusal.MALFORMED : Refusal.INTERNAL_ERROR;
        };
    }
}
