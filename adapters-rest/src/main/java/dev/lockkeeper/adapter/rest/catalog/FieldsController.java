package dev.lockkeeper.adapter.rest.catalog;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zoho's {@code GET /crm/{version}/settings/fields?module=…}. */
@Controller("/crm/{version}/settings/fields")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FieldsController {

    private final FindModule findModule;

    FieldsController(FindModule findModule) {
        this.findModule = findModule;
    }

    @Get
    @RequiresScope("ZohoCRM.settings.ALL ZohoCRM.settings.fields.ALL ZohoCRM.settings.fields.READ")
    HttpResponse<?> list(HttpRequest<?> request, @PathVariable String version, @QueryValue @Nullable String module) {
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
