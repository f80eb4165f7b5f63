package dev.lockkeeper.adapter.rest.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How lists of the management API page: {@code limit} from 1 to {@value #MAX_LIMIT}, {@value #DEFAULT_LIMIT} unasked. */
public final class PageRequest {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    private PageRequest() {}

    /** Either which page of a list by numbers is wanted or what is wrong with the request. */
    public sealed interface Result {}

    /**
     * Which page.
     *
     * @param place the number at which the page before ended; null for the first page
     */
    public record Read(@Nullable Long place, int limit) implements Result {}

    /** What is wrong, as a problem's detail. */
    public record Unreadable(String detail) implements Result {}

    /** The page that the query parameters {@code limit} and {@code cursor} ask for; an empty one counts as not sent. */
    public static Result read(@Nullable String limit, @Nullable String cursor) {
        Optional<Integer> most = limit(limit);
        if (most.isEmpty()) {
            return new Unreadable("limit: a number from 1 to " + MAX_LIMIT);
        }
        if (cursor == null || cursor.isEmpty()) {
            return new Read(null, most.get());
        }
        return Cursor.number(cursor)
                .filter(number -> number > 0)
                .<Result>map(number -> new Read(number, most.get()))
                .orElseGet(() -> new Unreadable("cursor: the next_cursor of an earlier answer"));
    }

    /** The limit that a caller wrote, or empty when it is none. */
    public static Optional<Integer> limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.of(DEFAULT_LIMIT);
        }
        if (!text.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int limit = Integer.parseInt(text);
        return limit >= 1 && limit <= MAX_LIMIT ? Optional.of(limit) : Optional.empty();
    }
}
