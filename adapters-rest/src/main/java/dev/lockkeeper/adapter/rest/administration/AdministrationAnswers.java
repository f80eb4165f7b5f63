package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.page.Cursor;
import dev.lockkeeper.adapter.rest.page.PageResponse;
import dev.lockkeeper.application.identity.ListOutcome;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What the calls of this package answer alike. */
final class AdministrationAnswers {

    private AdministrationAnswers() {}

    static HttpResponse<?> ok(HttpStatus status, Object body) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(body);
    }

    static HttpResponse<?> mayNotAdminister() {
        return Problem.answer(HttpStatus.FORBIDDEN, "The caller's profile lacks the permission to administer.");
    }

    /** A page of a list, whose next one begins after the id of its last item. */
    static <T> HttpResponse<?> list(ListOutcome<T> outcome, Function<T, ?> response, ToLongFunction<T> id) {
        return switch (outcome) {
            case ListOutcome.Page<T>(var items, boolean more) ->
                ok(
                        HttpStatus.OK,
                        new PageResponse<>(
                                items.stream().map(response).toList(),
                                more ? Cursor.of(id.applyAsLong(items.getLast())) : null));
            case ListOutcome.NotPermitted<T>() -> mayNotAdminister();
        };
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
