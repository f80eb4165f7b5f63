package dev.lockkeeper.bootstrap;

import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmStatus;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Whether Zoho CRM can be asked, as part of readiness. A service that Zoho has never answered, or does not let in, is
 * not ready. One whose Zoho is away for a while is: it answers from what it keeps, and says that Zoho is away.
 */
@Singleton
@Requires(beans = ZohoSettings.class)
final class CrmHealth implements HealthIndicator {

    static final String NAME = "zoho";

    private final Crm crm;

    CrmHealth(Crm crm) {
        this.crm = crm;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> result(crm.status()));
    }

    private static HealthResult result(CrmStatus status) {
        HealthStatus health = switch (status.state()) {
            case REACHABLE, AWAY -> HealthStatus.UP;
            case NOT_REACHED, NOT_LET_IN -> HealthStatus.DOWN;
        };
        // Map.of has another order in each process.
        Map<String, String> details = new LinkedHashMap<>();
        details.put("state", status.state().name().toLowerCase(Locale.ROOT));
        details.put("reason", status.reason());
        return HealthResult.builder(NAME, health).details(details).build();
    }
}
