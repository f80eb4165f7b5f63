package dev.lockkeeper.adapter.rest.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How lists of the management API page: {@code limit} from 1 to {@value #MAX_LIMIT}, {@value #DEFAULT_LIMIT} unasked. */
public final class PageRequest {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    private PageRequest() {}

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
