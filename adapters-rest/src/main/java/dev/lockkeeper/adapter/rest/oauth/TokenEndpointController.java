package dev.lockkeeper.adapter.rest.oauth;

import dev.lockkeeper.adapter.rest.document.OpenAnswers;
import dev.lockkeeper.adapter.rest.identity.OpenToAll;
import dev.lockkeeper.adapter.rest.limit.FailedAttempt;
import dev.lockkeeper.application.identity.IssueClientToken;
import dev.lockkeeper.domain.identity.ClientCredentials;
import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens to OAuth clients. {@code grant_type=refresh_token} is for Zoho's SDKs, which send the parameters in
 * the query, form-encoded or as multipart, and look for an error in an answer of status 200. {@code
 * grant_type=client_credentials} is for any client by RFC 6749, section 4.4.
 *
 * <p>A client that asks too often is told so in Zoho's words, {@code Access Denied}, and when to come again.
 */
@OpenAnswers
@Tag(name = "OAuth")
@Controller("/oauth/v2/token")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenEndpointController {

    private final IssueClientToken issueClientToken;
    private final HttpHostResolver hostResolver;

    TokenEndpointController(IssueClientToken issueClientToken, HttpHostResolver hostResolver) {
        this.issueClientToken = issueClientToken;
        this.hostResolver = hostResolver;
    }

    @Post
    @OpenToAll
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(
            operationId = "issueAccessToken",
            summary = "Get an access token by a refresh token, or by a client's credentials")
    @RequestBody(ref = "#/components/requestBodies/AccessTokenRequest")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/AccessToken")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/AccessTokenRefused")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/ClientUnknown")
    @ApiResponse(responseCode = "503", ref = "#/components/responses/ZohoUnavailable")
    HttpResponse<?> issueByForm(
            HttpRequest<?> request, @Parameter(hidden = true) @Body @Nullable Map<String, String> form) {
        return issue(request, form == null ? Map.of() : form);
    }

    @Post
    @OpenToAll
    @Consumes(MediaType.ALL)
    @Hidden
    HttpResponse<?> issueByQuery(HttpRequest<?> request) {
        return issue(request, Map.of());
    }

    private HttpResponse<?> issue(HttpRequest<?> request, Map<String, String> form) {
        Map<String, String> parameters = new HashMap<>(request.getParameters().asMap(String.class, String.class));
        parameters.putAll(form);
        GrantRequest sent =
                new GrantRequest(parameters).with(BasicCredentials.of(request).orElse(null));
        return switch (sent.grantType()) {
            case GrantRequest.REFRESH_TOKEN -> refresh(request, sent);
            case GrantRequest.CLIENT_CREDENTIALS -> grantToClient(request, sent);
            case "" -> TokenError.standard("invalid_request");
            default -> TokenError.standard("unsupported_grant_type");
        };
    }

    private HttpResponse<?> refresh(HttpRequest<?> request, GrantRequest sent) {
        Optional<OAuthClientId> client = sent.clientId();
        Optional<Secret> secret = sent.clientSecret();
        Optional<Secret> refreshToken = sent.refreshToken();
        if (client.isEmpty()) {
            return refused(request, "invalid_client");
        }
        if (secret.isEmpty()) {
            return refused(request, "invalid_client_secret");
        }
        if (refreshToken.isEmpty()) {
            return refused(request, "invalid_code");
        }
        ClientCredentials credentials = new ClientCredentials(client.get(), secret.get(), refreshToken.get());
        return switch (issueClientToken.execute(new IssueClientToken.Command(credentials, Set.of()))) {
            case IssueClientToken.Issued issued -> answer(request, issued);
            case IssueClientToken.UnknownClient() -> refused(request, "invalid_client");
            case IssueClientToken.WrongSecret() -> refused(request, "invalid_client_secret");
            case IssueClientToken.WrongRefreshToken() -> refused(request, "invalid_code");
            case IssueClientToken.ScopeRefused() -> throw new IllegalStateException("No scope was asked for");
            case IssueClientToken.TooSoon(Duration delay) -> TokenError.tooMany(delay);
        };
    }

    private HttpResponse<?> grantToClient(HttpRequest<?> request, GrantRequest sent) {
        Optional<OAuthClientId> client = sent.clientId();
        Optional<Secret> secret = sent.clientSecret();
        if (client.isEmpty() || secret.isEmpty()) {
            return TokenError.unknownClient();
        }
        Optional<Set<Scope>> scopes = sent.scopes();
        if (scopes.isEmpty()) {
            return TokenError.standard("invalid_scope");
        }
        ClientCredentials credentials = new ClientCredentials(client.get(), secret.get(), null);
        return switch (issueClientToken.execute(new IssueClientToken.Command(credentials, scopes.get()))) {
            case IssueClientToken.Issued issued -> answer(request, issued);
            case IssueClientToken.UnknownClient(), IssueClientToken.WrongSecret() -> TokenError.unknownClient();
            case IssueClientToken.WrongRefreshToken() -> throw new IllegalStateException("None was presented");
            case IssueClientToken.ScopeRefused() -> TokenError.standard("invalid_scope");
            case IssueClientToken.TooSoon(Duration delay) -> TokenError.tooMany(delay);
        };
    }

    /** Zoho's clients are told with status 200 that their credentials are wrong, and it counts all the same. */
    private static HttpResponse<?> refused(HttpRequest<?> request, String error) {
        FailedAttempt.mark(request);
        return TokenError.zoho(error);
    }

    private HttpResponse<?> answer(HttpRequest<?> request, IssueClientToken.Issued issued) {
        return HttpResponse.ok(AccessTokenResponse.from(issued, hostResolver.resolve(request)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
