package dev.lockkeeper.adapter.rest.decision;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.decision.ShowAccess;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.Revision;
import io.micronaut.http.HttpRequest;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The management API's view of all that a user may do to a record: what a user interface greys out. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/records/{module:[^/]+}/{recordId:[^/]+}/access")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordAccessController {

    private static final String SCOPE = "lockkeeper.decisions";

    private final ShowAccess showAccess;
    private final DecisionMetrics metrics;

    RecordAccessController(ShowAccess showAccess, DecisionMetrics metrics) {
        this.showAccess = showAccess;
        this.metrics = metrics;
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "showRecordAccess",
            summary = "All that a user may and may not do to a record now",
            description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/RecordAccess")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> show(
            HttpRequest<?> request,
            @PathVariable @Parameter(ref = "#/components/parameters/Module") String module,
            @PathVariable @IdSchema String recordId,
            @QueryValue @Parameter(ref = "#/components/parameters/AccessOf") @Nullable String user,
            @QueryValue("at_least_as_fresh") @Parameter(ref = "#/components/parameters/AtLeastAsFresh") @Nullable
                    String atLeastAsFresh) {
        long began = System.nanoTime();
        Optional<UserId> id = Optional.ofNullable(user).flatMap(UserId::parse);
        if (id.isEmpty()) {
            return Problem.answer(HttpStatus.BAD_REQUEST, "user: a user's id");
        }
        Optional<Revision> atLeast = atLeastAsFresh == null || atLeastAsFresh.isEmpty()
                ? Optional.of(Revision.NONE)
                : ContextRequest.revision(atLeastAsFresh);
        if (atLeast.isEmpty()) {
            return Problem.answer(HttpStatus.BAD_REQUEST, ContextRequest.RULE);
        }
        HttpResponse<?> answer = answer(
                request,
                module,
                showAccess.execute(
                        new ShowAccess.Query(module, recordId, id.get().toString(), atLeast.get())));
        metrics.take(DecisionMetrics.Call.ACCESS, began);
        return answer;
    }

    private HttpResponse<?> answer(HttpRequest<?> request, String module, ShowAccess.Outcome outcome) {
        return switch (outcome) {
            case ShowAccess.Shown shown -> {
                // Nobody acts on each of these: what is counted is whether the index could tell.
                metrics.count(shown.actions().getFirst().source());
                yield HttpResponse.ok(RecordAccessResponse.from(shown)).contentType(MediaType.APPLICATION_JSON_TYPE);
            }
            case ShowAccess.UnknownModule() ->
                Problem.answer(HttpStatus.NOT_FOUND, "There is no module " + module + ".");
            case ShowAccess.UnknownUser() -> Problem.answer(HttpStatus.NOT_FOUND, "There is no user of this id.");
            case ShowAccess.InvalidRecordId() ->
                Problem.answer(HttpStatus.BAD_REQUEST, "record_id: a positive 64-bit integer without leading zeros");
            case ShowAccess.NotKnown() -> Refusal.NOT_KNOWN.answer(request);
        };
    }
}
