package dev.lockkeeper.adapter.rest.lock;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.adapter.rest.page.Cursor;
import dev.lockkeeper.adapter.rest.page.PageRequest;
import dev.lockkeeper.adapter.rest.page.PageResponse;
import dev.lockkeeper.application.lock.ShowLockHistory;
import dev.lockkeeper.domain.lock.Revision;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The management API's history of a record's locks. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/records/{module:[^/]+}/{recordId:[^/]+}/history")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LockHistoryController {

    private static final String SCOPE = "lockkeeper.locks.read";

    private final ShowLockHistory showLockHistory;

    LockHistoryController(ShowLockHistory showLockHistory) {
        this.showLockHistory = showLockHistory;
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "showLockHistory",
            summary = "Show what happened to a record's locks",
            description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/LockHistory")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> history(
            @PathVariable @Parameter(ref = "#/components/parameters/Module") String module,
            @PathVariable @IdSchema String recordId,
            @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable String limit,
            @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable String cursor) {
        return switch (PageRequest.read(limit, cursor)) {
            case PageRequest.Read(@Nullable Long place, int most) -> {
                Revision after = place == null ? Revision.NONE : new Revision(place);
                yield answer(module, new ShowLockHistory.Query(module, recordId, after, most));
            }
            case PageRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
        };
    }

    private HttpResponse<?> answer(String module, ShowLockHistory.Query query) {
        return switch (showLockHistory.execute(query)) {
            case ShowLockHistory.Shown shown -> page(shown);
            case ShowLockHistory.UnknownModule() ->
                Problem.answer(HttpStatus.NOT_FOUND, "There is no module " + module + ".");
            case ShowLockHistory.InvalidRecordId() ->
                Problem.answer(HttpStatus.BAD_REQUEST, "record_id: a positive 64-bit integer without leading zeros");
        };
    }

    private static HttpResponse<?> page(ShowLockHistory.Shown shown) {
        List<LockEventResponse> items =
                shown.events().stream().map(LockEventResponse::from).toList();
        String next =
                shown.more() ? Cursor.of(shown.events().getLast().revision().value()) : null;
        return HttpResponse.ok(new PageResponse<>(items, next)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
