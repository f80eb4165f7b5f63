package dev.lockkeeper.adapter.rest.configuration;

import dev.lockkeeper.adapter.rest.error.ZohoError;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.job.JobId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Zoho answers when a configuration call succeeds. */
final class ConfigurationAnswers {

    /** The job that goes on with what a call began. */
    static final String JOB = "Lockkeeper-Job";

    private ConfigurationAnswers() {}

    static HttpResponse<?> created(ConfigurationId id, @Nullable JobId job) {
        return done(HttpStatus.CREATED, "record locking configuration created successfully", id, job);
    }

    static HttpResponse<?> updated(ConfigurationId id, @Nullable JobId job) {
        return done(HttpStatus.OK, "record locking configuration updated successfully", id, job);
    }

    static HttpResponse<?> deleted(ConfigurationId id, @Nullable JobId job) {
        return done(HttpStatus.OK, "record locking configuration deleted", id, job);
    }

    /** @param featureType what the caller wants to see only; null or blank for whatever there is */
    static HttpResponse<?> shown(LockingConfiguration configuration, @Nullable String featureType) {
        return featureType == null || featureType.isBlank() || featureType.equals(LockingConfiguration.FEATURE_TYPE)
                ? json(HttpStatus.OK, ConfigurationTree.of(configuration))
                : HttpResponse.noContent();
    }

    private static HttpResponse<?> done(HttpStatus status, String message, ConfigurationId id, @Nullable JobId job) {
        MutableHttpResponse<?> answer = json(
                status,
                ZohoError.details(
                        "code",
                        "SUCCESS",
                        "details",
                        Map.of(Keys.ID, id.toString()),
                        "message",
                        message,
                        "status",
                        "success"));
        return job == null ? answer : answer.header(JOB, job.toString());
    }

    private static MutableHttpResponse<?> json(HttpStatus status, Map<String, ? extends @Nullable Object> element) {
        return HttpResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Map.of(Keys.CONFIGURATIONS, List.of(element)));
    }
}
