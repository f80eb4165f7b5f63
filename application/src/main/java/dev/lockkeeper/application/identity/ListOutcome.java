package dev.lockkeeper.application.identity;

import java.util.List;

/** What an administrator's list shows. */
public sealed interface ListOutcome<T> {

    /**
     * One page of it.
     *
     * @param items at most as many as were asked for
     * @param more whether there are further ones
     */
    record Page<T>(List<T> items, boolean more) implements ListOutcome<T> {

        /** Made of one more than the page holds, if there are as many. */
        static <T> Page<T> of(List<T> found, int limit) {
            return new Page<>(found.stream().limit(limit).toList(), found.size() > limit);
        }
    }

    /** The caller may not administer. */
    record NotPermitted<T>() implements ListOutcome<T> {}
}
