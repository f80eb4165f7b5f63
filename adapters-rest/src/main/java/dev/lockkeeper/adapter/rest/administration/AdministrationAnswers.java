package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.page.Cursor;
import dev.lockkeeper.adapter.rest.page.PageRequest;
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

    /**
     * A page of a list, whose next one begins after the id of its last item.
     *
     * @param limit as the caller wrote it, like the cursor
     * @param use asks the use case for the page that was read of the two
     */
    static <T> HttpResponse<?> list(
            @Nullable String limit,
            @Nullable String cursor,
            Function<PageRequest.Read, ListOutcome<T>> use,
            Function<T, ?> response,
            ToLongFunction<T> id) {
        return switch (PageRequest.read(limit, cursor)) {
            case PageRequest.Read read -> list(use.apply(read), response, id);
            case PageRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
        };
    }

    private static <T> HttpResponse<?> list(ListOutcome<T> outcome, Function<T, ?> response, ToLongFunction<T> id) {
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
