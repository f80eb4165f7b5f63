package dev.lockkeeper.adapter.rest.catalog;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.document.ManagementAnswers;
import dev.lockkeeper.adapter.rest.error.Problem;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.catalog.AddModule;
import dev.lockkeeper.application.catalog.ReplaceModuleFields;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The management API's custom modules, and fields added to any module. Bodies are JSON whatever their content type. */
@ManagementAnswers
@Tag(name = "Management")
@Controller("/api/v1/modules")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AddedModulesController {

    private static final String SCOPE = "lockkeeper.admin";

    private static final byte[] NO_BODY = {};

    private final AddModule addModule;
    private final ReplaceModuleFields replaceModuleFields;

    AddedModulesController(AddModule addModule, ReplaceModuleFields replaceModuleFields) {
        this.addModule = addModule;
        this.replaceModuleFields = replaceModuleFields;
    }

    @Post
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "addModule",
            summary = "Add the module of a custom kind of record",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/NewModule")
    @ApiResponse(responseCode = "201", ref = "#/components/responses/ModuleAdded")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ProblemConflict")
    HttpResponse<?> add(HttpRequest<byte[]> request) {
        CatalogRequest.Result<NewModule> sent =
                CatalogRequest.module(request.getBody().orElse(NO_BODY));
        return switch (addModule.execute(new AddModule.Command(Caller.of(request), wanted(sent)))) {
            case AddModule.Added(CrmModule module) -> answer(HttpStatus.CREATED, module);
            case AddModule.NotPermitted() -> mayNotAdminister();
            case AddModule.ModuleRefused() -> fault(sent);
            case AddModule.NameTaken() -> Problem.answer(HttpStatus.CONFLICT, "api_name: a module has this name");
            case AddModule.FieldNameTaken(String field) -> fieldNameTaken(field);
        };
    }

    @Put("/{apiName:[^/]+}/fields")
    @RequiresScope(SCOPE)
    @Operation(
            operationId = "replaceFields",
            summary = "Replace the fields that were added to a module",
            description = ANY_OF + SCOPE)
    @RequestBody(ref = "#/components/requestBodies/AddedFields")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/FieldsReplaced")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/ProblemNotFound")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/ProblemConflict")
    HttpResponse<?> replaceFields(
            HttpRequest<byte[]> request,
            @PathVariable @Parameter(ref = "#/components/parameters/ModuleApiName") String apiName) {
        CatalogRequest.Result<List<NewField>> sent =
                CatalogRequest.fields(request.getBody().orElse(NO_BODY));
        ReplaceModuleFields.Command command =
                new ReplaceModuleFields.Command(Caller.of(request), apiName, wanted(sent));
        return switch (replaceModuleFields.execute(command)) {
            case ReplaceModuleFields.Replaced(CrmModule module) -> answer(HttpStatus.OK, module);
            case ReplaceModuleFields.UnknownModule() ->
                Problem.answer(HttpStatus.NOT_FOUND, "There is no module " + apiName + ".");
            case ReplaceModuleFields.NotPermitted() -> mayNotAdminister();
            case ReplaceModuleFields.FieldsRefused() -> fault(sent);
            case ReplaceModuleFields.FieldNameTaken(String field) -> fieldNameTaken(field);
            case ReplaceModuleFields.FieldInUse(String field) ->
                Problem.answer(
                        HttpStatus.CONFLICT, "fields: the module's locking configuration uses " + field + " as it is");
        };
    }

    private static HttpResponse<?> answer(HttpStatus status, CrmModule module) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(AddedModuleResponse.from(module));
    }

    private static HttpResponse<?> mayNotAdminister() {
        return Problem.answer(HttpStatus.FORBIDDEN, "The caller's profile lacks the permission to administer.");
    }

    private static HttpResponse<?> fieldNameTaken(String apiName) {
        return Problem.answer(HttpStatus.CONFLICT, "fields: " + apiName + " is a standard field of the module");
    }

    private static <T> @Nullable T wanted(CatalogRequest.Result<T> sent) {
        return switch (sent) {
            case CatalogRequest.Read<T>(T wanted) -> wanted;
            case CatalogRequest.Unreadable<T>(String _) -> null;
        };
    }

    private static <T> HttpResponse<?> fault(CatalogRequest.Result<T> sent) {
        return switch (sent) {
            case CatalogRequest.Unreadable<T>(String detail) -> Problem.answer(HttpStatus.BAD_REQUEST, detail);
            case CatalogRequest.Read<T>(T _) -> throw new IllegalStateException("What could be read was refused");
        };
    }
}
