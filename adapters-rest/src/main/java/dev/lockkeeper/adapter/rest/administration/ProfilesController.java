package dev.lockkeeper.adapter.rest.administration;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.identity.ListProfiles;
import dev.lockkeeper.application.identity.PutProfile;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The management API's profiles. Bodies are JSON whatever their content type. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/profiles")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProfilesController {

    private static final String SCOPE = "lockkeeper.admin";
    private static final byte[] NO_BODY = {};

    private final PutProfile putProfile;
    private final ListProfiles listProfiles;

    ProfilesController(PutProfile putProfile, ListProfiles listProfiles) {
        this.putProfile = putProfile;
        this.listProfiles = listProfiles;
    }

    @Put("/{name:[^/]+}")
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "putProfile",
            summary = "Make a profile, or change its permissions",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/Profile")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Profile")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ProblemConflict")
    HttpResponse<?> put(
            HttpRequest<byte[]> request,
            @PathVariable @Parameter(ref = "#/components/parameters/ProfileName") String name) {
        Parsed<NewProfile> sent =
                ProfileRequest.read(PathSegment.last(request), request.getBody().orElse(NO_BODY));
        return switch (putProfile.execute(new PutProfile.Command(Caller.of(request), sent.wanted()))) {
            case PutProfile.Put(Profile profile) ->
                AdministrationAnswers.ok(HttpStatus.OK, ProfileResponse.from(profile));
            case PutProfile.NotPermitted() -> AdministrationAnswers.mayNotAdminister();
            case PutProfile.ProfileRefused() -> sent.refusal();
            case PutProfile.LastAdministrator() ->
                Problem.answer(
                        HttpStatus.CONFLICT,
                        "permissions: without administer here, nobody's access token could administer any more");
        };
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(operationId = "listProfiles", summary = "List the profiles", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Profiles")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable String limit,
            @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable String cursor) {
        return AdministrationAnswers.list(
                limit,
                cursor,
                page -> listProfiles.execute(new ListProfiles.Query(
                        Caller.of(request), page.place() == null ? null : new ProfileId(page.place()), page.limit())),
                ProfileResponse::from,
                profile -> profile.id().value());
    }
}
