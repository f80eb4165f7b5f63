package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.page.PageRequest;
import dev.lockkeeper.application.lock.SearchLocks;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockSource;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query parameters of a search, none of them mandatory; one that is empty counts as not sent. */
@Introspected
record LockSearchRequest(
        @QueryValue @Parameter(ref = "#/components/parameters/ModuleFilter") @Nullable
        String module,

        @QueryValue @Parameter(ref = "#/components/parameters/Source") @Nullable
        String source,

        @QueryValue("locked_by") @Parameter(ref = "#/components/parameters/LockedBy") @Nullable
        String lockedBy,

        @QueryValue("locked_before") @Parameter(ref = "#/components/parameters/LockedBefore") @Nullable
        String lockedBefore,

        @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable
        String limit,

        @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable
        String cursor) {

    /** RFC 3339 has years of four digits, which every store can keep. */
    private static final int LAST_YEAR = 9999;

    /** Either a query or what is wrong with the request. */
    sealed interface Result {}

    record Read(SearchLocks.Query query) implements Result {}

    record Unreadable(String detail) implements Result {}

    Result read() {
        Optional<LockSource> wantedSource = sent(source).flatMap(LockSearchRequest::source);
        if (sent(source).isPresent() && wantedSource.isEmpty()) {
            return new Unreadable("source: one of manual, automatic, both");
        }
        Optional<UserId> owner = sent(lockedBy).flatMap(UserId::parse);
        if (sent(lockedBy).isPresent() && owner.isEmpty()) {
            return new Unreadable("locked_by: a user's id");
        }
        Optional<Instant> before = sent(lockedBefore).flatMap(LockSearchRequest::time);
        if (sent(lockedBefore).isPresent() && before.isEmpty()) {
            return new Unreadable("locked_before: an ISO 8601 time with an offset, such as 2026-01-31T12:00:00Z");
        }
        Optional<LockSearch.Place> after = sent(cursor).flatMap(LockCursor::place);
        if (sent(cursor).isPresent() && after.isEmpty()) {
            return new Unreadable("cursor: the next_cursor of an earlier answer");
        }
        return PageRequest.limit(limit)
                .<Result>map(most -> new Read(new SearchLocks.Query(
                        sent(module).orElse(null),
                        wantedSource.orElse(null),
                        owner.orElse(null),
                        before.orElse(null),
                        after.orElse(null),
                        most)))
                .orElseGet(() -> new Unreadable("limit: a number from 1 to " + PageRequest.MAX_LIMIT));
    }

    private static Optional<String> sent(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(value -> !value.isEmpty());
    }

    private static Optional<LockSource> source(String word) {
        return Arrays.stream(LockSource.values())
                .filter(candidate -> candidate.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<Instant> time(String text) {
        try {
            // An offset's plus sign, sent as it is, arrives as a space.
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')))
                    .filter(time -> time.getYear() >= 0 && time.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
