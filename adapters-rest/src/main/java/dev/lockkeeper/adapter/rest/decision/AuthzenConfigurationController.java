package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.adapter.rest.identity.OpenToAll;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/**
 * AuthZEN's Policy Decision Point Metadata, under the address by which it was asked for. As that is what the request, or a
 * proxy on its way, says, no cache may keep it for others.
 */
@Tag(name = "Decisions")
@Controller("/.well-known/authzen-configuration")
@Produces(MediaType.ALL)
@ApiResponse(responseCode = "400", ref = "#/components/responses/AccessBadRequest")
@ApiResponse(responseCode = "429", ref = "#/components/responses/AccessTooManyRequests")
@ApiResponse(responseCode = "500", ref = "#/components/responses/AccessInternalError")
@ApiResponse(responseCode = "503", ref = "#/components/responses/AccessUnavailable")
final class AuthzenConfigurationController {

    private final HttpHostResolver hostResolver;

    AuthzenConfigurationController(HttpHostResolver hostResolver) {
        this.hostResolver = hostResolver;
    }

    @Get
    @OpenToAll
    @Operation(operationId = "showAuthzenConfiguration", summary = "Where decisions can be had")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/AuthzenConfiguration")
    HttpResponse<?> show(HttpRequest<?> request) {
        return HttpResponse.ok(AuthzenConfigurationResponse.of(hostResolver.resolve(request)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
