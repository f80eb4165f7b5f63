package dev.lockkeeper.adapter.rest.administration;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.identity.CreateUser;
import dev.lockkeeper.application.identity.ListUsers;
import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The management API's users. Bodies are JSON whatever their content type. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/users")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class UsersController {

    private static final String SCOPE = "lockkeeper.admin";
    private static final byte[] NO_BODY = {};

    private final CreateUser createUser;
    private final ListUsers listUsers;

    UsersController(CreateUser createUser, ListUsers listUsers) {
        this.createUser = createUser;
        this.listUsers = listUsers;
    }

    @Post
    @RequiresScope(SCOPE)
    @Operation(operationId = "createUser", summary = "Make a user", description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/NewUser")
    @ApiResponse(responseCode = "201", ref = "#/components/responses/UserCreated")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ProblemConflict")
    HttpResponse<?> create(HttpRequest<byte[]> request) {
        Parsed<NewUser> sent = UserRequest.read(request.getBody().orElse(NO_BODY));
        return switch (createUser.execute(new CreateUser.Command(Caller.of(request), sent.wanted()))) {
            case CreateUser.Created(User user) -> {
                NewUser wanted = sent.wanted();
                yield AdministrationAnswers.ok(
                        HttpStatus.CREATED, UserDetailResponse.from(user, wanted == null ? null : wanted.externalId()));
            }
            case CreateUser.NotPermitted() -> AdministrationAnswers.mayNotAdminister();
            case CreateUser.UserRefused() -> sent.refusal();
            case CreateUser.NoSuchProfile() ->
                Problem.answer(HttpStatus.BAD_REQUEST, "profile: the name of a profile that there is");
            case CreateUser.ExternalIdTaken() ->
                Problem.answer(HttpStatus.CONFLICT, "external_id: another user has it");
        };
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(operationId = "listUsers", summary = "List the users", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Users")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable String limit,
            @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable String cursor) {
        return AdministrationAnswers.list(
                limit,
                cursor,
                page -> listUsers.execute(new ListUsers.Query(
                        Caller.of(request), page.place() == null ? null : new UserId(page.place()), page.limit())),
                listed -> UserDetailResponse.from(listed.user(), listed.externalId()),
                listed -> listed.user().id().value());
    }
}
