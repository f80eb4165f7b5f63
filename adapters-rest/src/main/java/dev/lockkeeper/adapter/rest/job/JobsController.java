package dev.lockkeeper.adapter.rest.job;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.adapter.rest.page.Cursor;
import dev.lockkeeper.adapter.rest.page.PageRequest;
import dev.lockkeeper.adapter.rest.page.PageResponse;
import dev.lockkeeper.application.job.FindJob;
import dev.lockkeeper.application.job.ListJobs;
import dev.lockkeeper.domain.job.JobId;
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
import org.jspecify.annotations.Nullable;

/** The management API's jobs, latest first. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/jobs")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class JobsController {

    private static final String SCOPE = "lockkeeper.locks.read";

    private final ListJobs listJobs;
    private final FindJob findJob;

    JobsController(ListJobs listJobs, FindJob findJob) {
        this.listJobs = listJobs;
        this.findJob = findJob;
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(operationId = "listJobs", summary = "List the jobs", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Jobs")
    HttpResponse<?> list(
            @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable String limit,
            @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable String cursor) {
        return switch (PageRequest.read(limit, cursor)) {
            case PageRequest.Read(@Nullable Long place, int most) ->
                page(listJobs.execute(new ListJobs.Query(place == null ? null : new JobId(place), most)));
            case PageRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
        };
    }

    private static HttpResponse<?> page(ListJobs.Page page) {
        String next = page.more() ? Cursor.of(page.jobs().getLast().id().value()) : null;
        return HttpResponse.ok(new PageResponse<>(
                        page.jobs().stream().map(JobResponse::from).toList(), next))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/{id:[^/]+}")
    @RequiresScope(SCOPE)
    @Operation(operationId = "showJob", summary = "Show how far a job is", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Job")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> show(@PathVariable @IdSchema String id) {
        return findJob.execute(id)
                .<HttpResponse<?>>map(
                        job -> HttpResponse.ok(JobResponse.from(job)).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElseGet(() -> Problem.answer(HttpStatus.NOT_FOUND, "There is no job " + id + "."));
    }
}
