package dev.lockkeeper.adapter.rest.configuration;

import dev.lockkeeper.adapter.rest.error.CrmWords;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.identity.Caller;
import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.application.configuration.ConfigurationRefusal;
import dev.lockkeeper.application.crm.ForwardConfiguration;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.crm.CrmAnswer;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.crm.CrmRefusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The configuration calls where a CRM decides: it answers them, and in its own words. */
@Singleton
final class ForwardedConfigurations {

    private static final byte[] NO_BODY = {};

    private final @Nullable ForwardConfiguration forwardConfiguration;

    /** @param forwardConfiguration null where the store of this service decides */
    ForwardedConfigurations(@Nullable ForwardConfiguration forwardConfiguration) {
        this.forwardConfiguration = forwardConfiguration;
    }

    boolean areDecidedElsewhere() {
        return forwardConfiguration != null;
    }

    HttpResponse<?> show(HttpRequest<?> request, String module, @Nullable String id, @Nullable String type) {
        return execute(request, module, new ForwardConfiguration.Show(id), type);
    }

    HttpResponse<?> create(HttpRequest<byte[]> request, String module) {
        return withBody(request, module, ForwardConfiguration.Create::new);
    }

    HttpResponse<?> change(HttpRequest<byte[]> request, String module, @Nullable String id) {
        return withBody(request, module, body -> new ForwardConfiguration.Change(id, body));
    }

    /** A module has one configuration, so different ones are never all found. */
    HttpResponse<?> delete(HttpRequest<?> request, String module, List<String> ids) {
        return ids.stream().distinct().count() > 1
                ? ConfigurationErrors.target(ConfigurationRefusal.NO_SUCH_CONFIGURATION)
                : execute(request, module, new ForwardConfiguration.Delete(ids.getFirst()), null);
    }

    private HttpResponse<?> withBody(
            HttpRequest<byte[]> request,
            String module,
            Function<Map<String, @Nullable Object>, ForwardConfiguration.Call> call) {
        if (!(JsonDocument.read(request.getBody().orElse(NO_BODY)).orElse(null) instanceof Map<?, ?> document)) {
            return BodyFault.NOT_JSON.answer();
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        document.forEach((key, value) -> body.put(String.valueOf(key), value));
        return execute(request, module, call.apply(body), null);
    }

    private HttpResponse<?> execute(
            HttpRequest<?> request, String module, ForwardConfiguration.Call call, @Nullable String type) {
        ForwardConfiguration useCase = Objects.requireNonNull(forwardConfiguration, "asked for where it is");
        return switch (useCase.execute(new ForwardConfiguration.Command(module, call, Caller.of(request)))) {
            case ForwardConfiguration.Shown(@Nullable CrmConfiguration configuration, Duration age) ->
                CrmWords.aged(shown(configuration, type), age);
            case ForwardConfiguration.Done(CrmAnswer answer) -> CrmWords.answer(answer.status(), answer.body());
            case ForwardConfiguration.RefusedThere(CrmRefusal refusal) ->
                CrmWords.answer(refusal.status(), refusal.body());
            case ForwardConfiguration.Away(Duration retryAfter) ->
                Refusal.AUTHORITY_UNAVAILABLE.answer(request, retryAfter);
            case ForwardConfiguration.Pending() -> Refusal.AUTHORITY_PENDING.answer(request);
            case ForwardConfiguration.UnknownModule() ->
                ConfigurationErrors.target(ConfigurationRefusal.UNKNOWN_MODULE);
            case ForwardConfiguration.NotSupported() ->
                ConfigurationErrors.target(ConfigurationRefusal.MODULE_NOT_SUPPORTED);
            case ForwardConfiguration.NoSuchConfiguration() ->
                ConfigurationErrors.target(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
            case ForwardConfiguration.NotPermitted() -> ConfigurationErrors.target(ConfigurationRefusal.NOT_PERMITTED);
        };
    }

    private static HttpResponse<?> shown(@Nullable CrmConfiguration configuration, @Nullable String type) {
        boolean asked = type == null || type.isBlank() || type.equals(LockingConfiguration.FEATURE_TYPE);
        return configuration == null || !asked
                ? HttpResponse.noContent()
                : CrmWords.answer(200, Map.of(Keys.CONFIGURATIONS, List.of(configuration.element())));
    }
}
