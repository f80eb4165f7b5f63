package dev.lockkeeper.bootstrap;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthLevelOfDetail;
import io.micronaut.management.health.aggregator.DefaultHealthAggregator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.runtime.ApplicationConfiguration;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows anybody how this service stands with Zoho CRM, and of everything else no more than whether it is well. */
@Singleton
@Replaces(DefaultHealthAggregator.class)
@Requires(beans = ZohoSettings.class)
final class ShownHealth extends DefaultHealthAggregator {

    ShownHealth(ApplicationConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected HealthResult buildResult(HealthStatus status, @Nullable Object details, HealthLevelOfDetail level) {
        if (level == HealthLevelOfDetail.STATUS
                && details instanceof Map<?, ?> indicators
                && indicators.get(CrmHealth.NAME) instanceof HealthResult zoho) {
            return HealthResult.builder(null, status)
                    .details(Map.of(CrmHealth.NAME, zoho.getDetails()))
                    .build();
        }
        return super.buildResult(status, details, level);
    }
}
