package dev.lockkeeper.adapter.rest.administration;

import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.adapter.rest.page.PageRequest;
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
import org.jspecify.annotations.Nullable;

/** The management API's access tokens. Bodies are JSON whatever their content type. */
@Controller("/api/v1/tokens")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokensController {

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
    @RequiresScope("lockkeeper.admin")
    HttpResponse<?> issue(HttpRequest<byte[]> request) {
        Parsed<IssueToken.Wanted> sent = TokenRequest.read(request.getBody().orElse(NO_BODY));
        return switch (issueToken.execute(new IssueToken.Command(Caller.of(request), sent.wanted()))) {
            case IssueToken.Issued issued -> ManagementAnswers.ok(HttpStatus.CREATED, IssuedTokenResponse.from(issued));
            case IssueToken.NotPermitted() -> ManagementAnswers.mayNotAdminister();
            case IssueToken.TokenRefused() -> sent.refusal();
            case IssueToken.NoSuchUser() ->
                Problem.answer(HttpStatus.BAD_REQUEST, "user_id: the id of a user that there is");
        };
    }

    @Get
    @RequiresScope("lockkeeper.admin")
    HttpResponse<?> list(
            HttpRequest<?> request, @QueryValue @Nullable String limit, @QueryValue @Nullable String cursor) {
        return switch (PageRequest.read(limit, cursor)) {
            case PageRequest.Read(@Nullable Long place, int most) -> {
                TokenId after = place == null ? null : new TokenId(place);
                yield ManagementAnswers.list(
                        listTokens.execute(new ListTokens.Query(Caller.of(request), after, most)),
                        TokenResponse::from,
                        token -> token.id().value());
            }
            case PageRequest.Unreadable(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
        };
    }

    @Delete("/{id:[^/]+}")
    @RequiresScope("lockkeeper.admin")
    HttpResponse<?> revoke(HttpRequest<?> request, @PathVariable String id) {
        return switch (revokeToken.execute(new RevokeToken.Command(Caller.of(request), id))) {
            case REVOKED -> HttpResponse.noContent();
            case NOT_PERMITTED -> ManagementAnswers.mayNotAdminister();
            case UNKNOWN_TOKEN -> Problem.answer(HttpStatus.NOT_FOUND, "There is no token " + id + ".");
            case LAST_ADMINISTRATOR ->
                Problem.answer(
                        HttpStatus.CONFLICT,
                        "This is the last access token in force that can administer; issue another one first.");
        };
    }
}
