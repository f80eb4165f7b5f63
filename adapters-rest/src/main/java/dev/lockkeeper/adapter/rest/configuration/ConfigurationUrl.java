package dev.lockkeeper.adapter.rest.configuration;

import dev.lockkeeper.adapter.rest.error.CrmPath;
import dev.lockkeeper.adapter.rest.error.Refusal;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every configuration call says in its URL: the version, and the module as a parameter. */
@Introspected
record ConfigurationUrl(
        @PathVariable @Parameter(ref = "#/components/parameters/Version")
        String version,

        @QueryValue @Parameter(ref = "#/components/parameters/ModuleOfQuery") @Nullable
        String module) {

    /** The answer of a call on an address of the contract that names a module; {@code answer} is given its name. */
    HttpResponse<?> answer(HttpRequest<?> request, Function<String, HttpResponse<?>> answer) {
        if (!CrmPath.isServed(version)) {
            return Refusal.UNKNOWN_URL.answer(request);
        }
        return module == null || module.isBlank()
                ? ConfigurationErrors.parameterMissing("module")
                : answer.apply(module);
    }
}
