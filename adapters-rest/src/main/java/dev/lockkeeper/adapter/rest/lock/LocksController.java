package dev.lockkeeper.adapter.rest.lock;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.CrmWords;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.adapter.rest.page.PageResponse;
import dev.lockkeeper.application.lock.SearchLocks;
import dev.lockkeeper.domain.lock.LockSearch;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The management API's search over active locks. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/locks")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LocksController {

    private static final String SCOPE = "lockkeeper.locks.read";

    private final SearchLocks searchLocks;

    private final Clock clock;

    LocksController(SearchLocks searchLocks, Clock clock) {
        this.searchLocks = searchLocks;
        this.clock = clock;
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "searchLocks",
            summary = "Search the locks that are in force",
            description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Locks")
    HttpResponse<?> search(@RequestBean LockSearchRequest request) {
        return switch (request.read()) {
            case LockSearchRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
            case LockSearchRequest.Read(SearchLocks.Query query) ->
                switch (searchLocks.execute(query)) {
                    case SearchLocks.Found found -> page(found);
                    case SearchLocks.UnknownModule() ->
                        Problem.answer(HttpStatus.BAD_REQUEST, "module: there is no such module");
                };
        };
    }

    private HttpResponse<?> page(SearchLocks.Found found) {
        List<LockResponse> items =
                found.locks().stream().map(LockResponse::from).toList();
        String next = found.more()
                ? LockCursor.of(
                        LockSearch.Place.of(found.locks().getLast().locked().lock()))
                : null;
        Instant asOf = found.asOf();
        return CrmWords.aged(
                HttpResponse.ok(new PageResponse<>(items, next)).contentType(MediaType.APPLICATION_JSON_TYPE),
                asOf == null ? null : Duration.between(asOf, clock.instant()));
    }
}
