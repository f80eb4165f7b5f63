package dev.lockkeeper.adapter.rest.catalog;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.ZohoAnswers;
import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.catalog.FindModule;
import dev.lockkeeper.domain.catalog.CrmModule;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zoho's {@code GET /crm/{version}/settings/fields?module=…}. */
@ZohoAnswers
@Tag(name = "Metadata")
@Controller("/crm/{version}/settings/fields")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FieldsController {

    private static final String SCOPES =
            "ZohoCRM.settings.ALL ZohoCRM.settings.fields.ALL ZohoCRM.settings.fields.READ";

    private final FindModule findModule;

    FieldsController(FindModule findModule) {
        this.findModule = findModule;
    }

    @Get
    @RequiresScope(SCOPES)
    @Operation(operationId = "listFields", summary = "List the fields of a module", description = ANY_OF + SCOPES)
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Fields")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @PathVariable @Parameter(ref = "#/components/parameters/Version") String version,
            @QueryValue @Parameter(ref = "#/components/parameters/ModuleOfQuery") @Nullable String module) {
        if (!CrmPath.isServed(version)) {
            return Refusal.UNKNOWN_URL.answer(request);
        }
        if (module == null || module.isBlank()) {
            return ZohoError.missingParameter("module").answer(HttpStatus.BAD_REQUEST);
        }
        return findModule
                .execute(module)
                .<HttpResponse<?>>map(FieldsController::fields)
                .orElseGet(() -> ZohoError.of("INVALID_MODULE", "the module name given seems to be invalid")
                        .answer(HttpStatus.BAD_REQUEST));
    }

    private static HttpResponse<?> fields(CrmModule module) {
        return HttpResponse.ok(Map.of(
                        "fields",
                        module.fields().stream().map(FieldResponse::from).toList()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
