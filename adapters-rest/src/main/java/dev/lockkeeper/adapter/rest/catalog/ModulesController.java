package dev.lockkeeper.adapter.rest.catalog;

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
import java.util.Map;

/** Zoho's {@code GET /crm/{version}/settings/modules}. */
@Controller("/crm/{version}/settings/modules")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModulesController {

    private final ListModules listModules;

    ModulesController(ListModules listModules) {
        this.listModules = listModules;
    }

    @Get
    @RequiresScope("ZohoCRM.settings.ALL ZohoCRM.settings.modules.ALL ZohoCRM.settings.modules.READ")
    HttpResponse<?> list(HttpRequest<?> request, @PathVariable String version) {
        if (!CrmPath.isServed(version)) {
            return Refusal.UNKNOWN_URL.answer(request);
        }
        return HttpResponse.ok(Map.of(
                        "modules",
                        listModules.execute().stream().map(ModuleResponse::from).toList()))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
