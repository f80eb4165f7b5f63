package dev.lockkeeper.adapter.rest.administration;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.identity.ListClients;
import dev.lockkeeper.application.identity.RegisterClient;
import dev.lockkeeper.application.identity.RemoveClient;
import dev.lockkeeper.domain.identity.OAuthClientId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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

/** The management API's OAuth clients. Bodies are JSON whatever their content type. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/clients")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClientsController {

    private static final String SCOPE = "lockkeeper.admin";
    private static final byte[] NO_BODY = {};

    private final RegisterClient registerClient;
    private final ListClients listClients;
    private final RemoveClient removeClient;

    ClientsController(RegisterClient registerClient, ListClients listClients, RemoveClient removeClient) {
        this.registerClient = registerClient;
        this.listClients = listClients;
        this.removeClient = removeClient;
    }

    @Post
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "registerClient",
            summary = "Register an OAuth client, whose secrets are shown only here",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/NewClient")
    @ApiResponse(responseCode = "201", ref = "#/components/responses/ClientRegistered")
    HttpResponse<?> register(HttpRequest<byte[]> request) {
        Parsed<RegisterClient.Wanted> sent =
                ClientRequest.read(request.getBody().orElse(NO_BODY));
        return switch (registerClient.execute(new RegisterClient.Command(Caller.of(request), sent.wanted()))) {
            case RegisterClient.Registered registered ->
                AdministrationAnswers.ok(HttpStatus.CREATED, RegisteredClientResponse.from(registered));
            case RegisterClient.NotPermitted() -> AdministrationAnswers.mayNotAdminister();
            case RegisterClient.ClientRefused() -> sent.refusal();
            case RegisterClient.NoSuchUser() ->
                Problem.answer(HttpStatus.BAD_REQUEST, "user_id: the id of a user that there is");
        };
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(operationId = "listClients", summary = "List the OAuth clients", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Clients")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable String limit,
            @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable String cursor) {
        return AdministrationAnswers.list(
                limit,
                cursor,
                page -> listClients.execute(new ListClients.Query(
                        Caller.of(request),
                        page.place() == null ? null : new OAuthClientId(page.place()),
                        page.limit())),
                ClientResponse::from,
                client -> client.id().value());
    }

    @Delete("/{id:[^/]+}")
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "removeClient",
            summary = "End an OAuth client with all its tokens",
            description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "204", ref = "#/components/responses/Ended")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    HttpResponse<?> remove(HttpRequest<?> request, @PathVariable @IdSchema String id) {
        return switch (removeClient.execute(new RemoveClient.Command(Caller.of(request), id))) {
            case REMOVED -> HttpResponse.noContent();
            case NOT_PERMITTED -> AdministrationAnswers.mayNotAdminister();
            case UNKNOWN_CLIENT -> Problem.answer(HttpStatus.NOT_FOUND, "There is no client " + id + ".");
        };
    }
}
