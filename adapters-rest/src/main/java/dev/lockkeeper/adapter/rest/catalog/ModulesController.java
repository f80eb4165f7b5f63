package dev.lockkeeper.adapter.rest.catalog;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.ZohoAnswers;
import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.catalog.ListModules;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/** Zoho's {@code GET /crm/{version}/settings/modules}. */
@ZohoAnswers
@Tag(name = "Metadata")
@Controller("/crm/{version}/settings/modules")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModulesController {

    private static final String SCOPES =
            "ZohoCRM.settings.ALL ZohoCRM.settings.modules.ALL ZohoCRM.settings.modules.READ";

    private final ListModules listModules;

    ModulesController(ListModules listModules) {
        this.listModules = listModules;
    }

    @Get
    @RequiresScope(SCOPES)
    @Operation(operationId = "listModules", summary = "List the modules", description = ANY_OF + SCOPES)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Modules")
    HttpResponse<?> list(
            HttpRequest<?> request, @PathVariable @Parameter(ref = "#/components/parameters/Version") String version) {
        if (!CrmPath.isServed(version)) {
            return Refusal.UNKNOWN_URL.answer(request);
        }
        return HttpResponse.ok(Map.of(
                        "modules",
                        listModules.execute().stream().map(ModuleResponse::from).toList()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
