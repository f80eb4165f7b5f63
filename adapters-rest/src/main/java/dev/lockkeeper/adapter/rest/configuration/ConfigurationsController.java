package dev.lockkeeper.adapter.rest.configuration;

import static dev.lockkeeper.adapter.rest.document.Scopes.ANY_OF;

import dev.lockkeeper.adapter.rest.configuration.ConfigurationRequest.Purpose;
import dev.lockkeeper.adapter.rest.document.IdSchema;
import dev.lockkeeper.adapter.rest.document.ZohoAnswers;
import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.application.configuration.ChangeConfiguration;
import dev.lockkeeper.application.configuration.ConfigurationDraft;
import dev.lockkeeper.application.configuration.ConfigurationRefusal;
import dev.lockkeeper.application.configuration.CreateConfiguration;
import dev.lockkeeper.application.configuration.DeleteConfiguration;
import dev.lockkeeper.application.configuration.ShowConfiguration;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zoho's {@code /crm/{version}/settings/record_locking_configurations?module=…}. Bodies are JSON whatever their content
 * type says, and answers are JSON whatever a client accepts, as with Zoho.
 */
@ZohoAnswers
@ApiResponse(responseCode = "400", ref = "#/components/responses/ConfigurationRefused")
@ApiResponse(responseCode = "403", ref = "#/components/responses/ConfigurationForbidden")
@Tag(name = "Configurations")
@Controller("/crm/{version}/settings/record_locking_configurations")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfigurationsController {

    private static final String OF_CONFIGURATIONS = "ZohoCRM.settings.record_locking_configurations.";
    private static final String SCOPES = "ZohoCRM.settings.ALL " + OF_CONFIGURATIONS + "ALL " + OF_CONFIGURATIONS;

    private static final String ONE = "/{id:[^/]+}";

    private static final byte[] NO_BODY = {};

    private final CreateConfiguration createConfiguration;
    private final ShowConfiguration showConfiguration;
    private final ChangeConfiguration changeConfiguration;
    private final DeleteConfiguration deleteConfiguration;
    private final ForwardedConfigurations forwarded;

    ConfigurationsController(
            CreateConfiguration createConfiguration,
            ShowConfiguration showConfiguration,
            ChangeConfiguration changeConfiguration,
            DeleteConfiguration deleteConfiguration,
            ForwardedConfigurations forwarded) {
        this.createConfiguration = createConfiguration;
        this.showConfiguration = showConfiguration;
        this.changeConfiguration = changeConfiguration;
        this.deleteConfiguration = deleteConfiguration;
        this.forwarded = forwarded;
    }

    @Post
    @RequiresScope(SCOPES + "CREATE")
    @Operation(
            operationId = "createConfiguration",
            summary = "Give a module its configuration",
            description = ANY_OF + SCOPES + "CREATE")
    @RequestBody(ref = "#/components/requestBodies/NewConfiguration")
    @ApiResponse(responseCode = "201", ref = "#/components/responses/ConfigurationCreated")
    HttpResponse<?> create(HttpRequest<byte[]> request, @RequestBean ConfigurationUrl url) {
        return url.answer(request, module -> {
            if (forwarded.areDecidedElsewhere()) {
                return forwarded.create(request, module);
            }
            ConfigurationRequest.Result sent = sent(request, Purpose.CREATE);
            CreateConfiguration.Command command =
                    new CreateConfiguration.Command(module, Caller.of(request), draft(sent));
            return switch (createConfiguration.execute(command)) {
                case CreateConfiguration.Created created -> ConfigurationAnswers.created(created.id(), created.job());
                case CreateConfiguration.BodyRefused() -> fault(sent);
                case CreateConfiguration.Faulty(var fault) -> ConfigurationErrors.draft(fault);
                case CreateConfiguration.AlreadyConfigured() -> ConfigurationErrors.alreadyConfigured();
                case CreateConfiguration.StillEnding() -> Refusal.UNAVAILABLE_AND_PENDING.answer(request);
                case ConfigurationRefusal refusal -> ConfigurationErrors.target(refusal);
            };
        });
    }

    /** The address knows no such call, though one of a record's, which looks alike, does. */
    @Hidden
    @Post(ONE)
    @RequiresScope(SCOPES + "CREATE")
    HttpResponse<?> refuseToCreate(HttpRequest<?> request, @PathVariable String version, @PathVariable String id) {
        return (CrmPath.isServed(version) ? Refusal.WRONG_METHOD : Refusal.UNKNOWN_URL).answer(request);
    }

    @Get
    @RequiresScope(SCOPES + "READ")
    @Operation(
            operationId = "listConfigurations",
            summary = "Show the configuration of a module",
            description = ANY_OF + SCOPES + "READ")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Configuration")
    @ApiResponse(responseCode = "204", ref = "#/components/responses/NotConfigured")
    HttpResponse<?> list(
            HttpRequest<?> request,
            @RequestBean ConfigurationUrl url,
            @QueryValue("feature_type") @Parameter(ref = "#/components/parameters/FeatureType") @Nullable String type) {
        return show(request, url, null, type);
    }

    @Get(ONE)
    @RequiresScope(SCOPES + "READ")
    @Operation(
            operationId = "showConfiguration",
            summary = "Show a configuration",
            description = ANY_OF + SCOPES + "READ")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/Configuration")
    @ApiResponse(responseCode = "204", ref = "#/components/responses/NotConfigured")
    HttpResponse<?> show(
            HttpRequest<?> request,
            @RequestBean ConfigurationUrl url,
            @PathVariable @IdSchema @Nullable String id,
            @QueryValue("feature_type") @Parameter(ref = "#/components/parameters/FeatureType") @Nullable String type) {
        return url.answer(request, module -> {
            if (forwarded.areDecidedElsewhere()) {
                return forwarded.show(request, module, id, type);
            }
            ShowConfiguration.Query query = new ShowConfiguration.Query(module, id, Caller.of(request));
            return switch (showConfiguration.execute(query)) {
                case ShowConfiguration.Shown shown -> ConfigurationAnswers.shown(shown.configuration(), type);
                case ShowConfiguration.NotConfigured() -> HttpResponse.noContent();
                case ConfigurationRefusal refusal -> ConfigurationErrors.target(refusal);
            };
        });
    }

    @Put
    @RequiresScope(SCOPES + "UPDATE")
    @Operation(
            operationId = "changeConfigurationNamedInBody",
            summary = "Change the configuration that the body names",
            description = ANY_OF + SCOPES + "UPDATE")
    @RequestBody(ref = "#/components/requestBodies/ChangedConfigurationWithId")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/ConfigurationUpdated")
    HttpResponse<?> changeNamedInBody(HttpRequest<byte[]> request, @RequestBean ConfigurationUrl url) {
        return change(request, url, null);
    }

    @Put(ONE)
    @RequiresScope(SCOPES + "UPDATE")
    @Operation(
            operationId = "changeConfiguration",
            summary = "Change a configuration",
            description = ANY_OF + SCOPES + "UPDATE")
    @RequestBody(ref = "#/components/requestBodies/ChangedConfiguration")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/ConfigurationUpdated")
    HttpResponse<?> change(
            HttpRequest<byte[]> request,
            @RequestBean ConfigurationUrl url,
            @PathVariable @IdSchema @Nullable String id) {
        return url.answer(request, module -> {
            if (forwarded.areDecidedElsewhere()) {
                return forwarded.change(request, module, id);
            }
            ConfigurationRequest.Result sent = sent(request, Purpose.CHANGE);
            ChangeConfiguration.Command command =
                    new ChangeConfiguration.Command(module, id, Caller.of(request), draft(sent));
            return switch (changeConfiguration.execute(command)) {
                case ChangeConfiguration.Changed changed -> ConfigurationAnswers.updated(changed.id(), changed.job());
                case ChangeConfiguration.BodyRefused() -> fault(sent);
                case ChangeConfiguration.Faulty(var fault) -> ConfigurationErrors.draft(fault);
                case ChangeConfiguration.SystemDefined() -> ConfigurationErrors.notToBeChanged();
                case ConfigurationRefusal refusal -> ConfigurationErrors.target(refusal);
            };
        });
    }

    @Delete
    @RequiresScope(SCOPES + "DELETE")
    @Operation(
            operationId = "deleteConfigurations",
            summary = "Delete the configurations that the query names",
            description = ANY_OF + SCOPES + "DELETE")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/ConfigurationDeleted")
    HttpResponse<?> deleteAll(
            HttpRequest<?> request,
            @RequestBean ConfigurationUrl url,
            @QueryValue @Parameter(ref = "#/components/parameters/Ids") @Nullable String ids) {
        List<String> named = ids == null
                ? List.of()
                : Arrays.stream(ids.split(",", -1))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
        return url.answer(
                request,
                module ->
                        named.isEmpty() ? ConfigurationErrors.parameterMissing("ids") : delete(request, module, named));
    }

    @Delete(ONE)
    @RequiresScope(SCOPES + "DELETE")
    @Operation(
            operationId = "deleteConfiguration",
            summary = "Delete a configuration",
            description = ANY_OF + SCOPES + "DELETE")
    @ApiResponse(responseCode = "200", ref = "#/components/responses/ConfigurationDeleted")
    HttpResponse<?> delete(
            HttpRequest<?> request, @RequestBean ConfigurationUrl url, @PathVariable @IdSchema String id) {
        return url.answer(request, module -> delete(request, module, List.of(id)));
    }

    private HttpResponse<?> delete(HttpRequest<?> request, String module, List<String> ids) {
        if (forwarded.areDecidedElsewhere()) {
            return forwarded.delete(request, module, ids);
        }
        DeleteConfiguration.Command command = new DeleteConfiguration.Command(module, ids, Caller.of(request));
        return switch (deleteConfiguration.execute(command)) {
            case DeleteConfiguration.Deleted deleted -> ConfigurationAnswers.deleted(deleted.id(), deleted.job());
            case DeleteConfiguration.SystemDefined() -> ConfigurationErrors.notToBeDeleted();
            case ConfigurationRefusal refusal -> ConfigurationErrors.target(refusal);
        };
    }

    private static ConfigurationRequest.Result sent(HttpRequest<byte[]> request, Purpose purpose) {
        return ConfigurationRequest.read(request.getBody().orElse(NO_BODY), purpose);
    }

    private static @Nullable ConfigurationDraft draft(ConfigurationRequest.Result sent) {
        return switch (sent) {
            case ConfigurationRequest.Read(ConfigurationDraft draft) -> draft;
            case ConfigurationRequest.Unreadable(BodyFault _) -> null;
        };
    }

    private static HttpResponse<?> fault(ConfigurationRequest.Result sent) {
        return switch (sent) {
            case ConfigurationRequest.Unreadable(BodyFault fault) -> fault.answer();
            case ConfigurationRequest.Read(ConfigurationDraft _) ->
                throw new IllegalStateException("What could be read was refused");
        };
    }
}
