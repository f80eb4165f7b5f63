package dev.lockkeeper.adapter.rest.administration;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.identity.IssueToken;
import dev.lockkeeper.application.identity.ListTokens;
import dev.lockkeeper.application.identity.RevokeToken;
import dev.lockkeeper.domain.identity.TokenId;
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

/** The management API's access tokens. Bodies are JSON whatever their content type. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/tokens")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokensController {

    private static final String SCOPE = "lockkeeper.admin";
    private static final byte[] NO_BODY = {};

    private final IssueToken issueToken;
    private final ListTokens listTokens;
    private final RevokeToken revokeToken;

    TokensController(IssueToken issueToken, ListTokens listTokens, RevokeToken revokeToken) {
        this.issueToken = issueToken;
        this.listTokens = listTokens;
        this.revokeToken = revokeToken;
    }

    @Post
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "issueToken",
            summary = "Issue an access token, which is shown only here",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/NewToken")
    @ApiResponse(responseCode = "201", ref = "#/components/responses/TokenIssued")
    HttpResponse<?> issue(HttpRequest<byte[]> request) {
        Parsed<IssueToken.Wanted> sent = TokenRequest.read(request.getBody().orElse(NO_BODY));
        return switch (issueToken.execute(new IssueToken.Command(Caller.of(request), sent.wanted()))) {
            case IssueToken.Issued issued ->
                AdministrationAnswers.ok(HttpStatus.CREATED, IssuedTokenResponse.from(issued));
            case IssueToken.NotPermitted() -> AdministrationAnswers.mayNotAdminister();
            case IssueToken.TokenRefused() -> sent.refusal();
            case IssueToken.NoSuchUser() ->
                Problem.answer(HttpStatus.BAD_REQUEST, "user_id: the id of a user that there is");
        };
    }

    @Get
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "listTokens",
            summary = "List what is known of access tokens",
            description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Tokens")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @QueryValue @Parameter(ref = "#/components/parameters/Limit") @Nullable String limit,
            @QueryValue @Parameter(ref = "#/components/parameters/Cursor") @Nullable String cursor) {
        return AdministrationAnswers.list(
                limit,
                cursor,
                page -> listTokens.execute(new ListTokens.Query(
                        Caller.of(request), page.place() == null ? null : new TokenId(page.place()), page.limit())),
                TokenResponse::from,
                token -> token.id().value());
    }

    @Delete("/{id:[^/]+}")
    @RequiresScope(SCOPE)
    @Operation(operationId = "revokeToken", summary = "End an access token at once", description = ANY_OF + SCOPE)
    @ApiResponse(responseCode = "204", ref = "#/components/responses/Ended")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ProblemConflict")
    HttpResponse<?> revoke(HttpRequest<?> request, @PathVariable @IdSchema String id) {
        return switch (revokeToken.execute(new RevokeToken.Command(Caller.of(request), id))) {
            case REVOKED -> HttpResponse.noContent();
            case NOT_PERMITTED -> AdministrationAnswers.mayNotAdminister();
            case UNKNOWN_TOKEN -> Problem.answer(HttpStatus.NOT_FOUND, "There is no token " + id + ".");
            case LAST_ADMINISTRATOR ->
                Problem.answer(
                        HttpStatus.CONFLICT,
                        "This is the last access token in force that can administer; issue another one first.");
        };
    }
}
