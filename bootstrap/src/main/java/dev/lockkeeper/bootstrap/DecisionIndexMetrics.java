package dev.lockkeeper.bootstrap;

import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.IndexStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Named;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** How the decision index of this process stands, as metrics. */
@Context
final class DecisionIndexMetrics {

    private static final String PREFIX = "lockkeeper.decisions.index.";

    DecisionIndexMetrics(@Named("memory") DecisionIndex index, MeterRegistry meters) {
        gauge(meters, index, "locks", "Active locks in the decision index", IndexStatus::locks);
        gauge(
                meters,
                index,
                "revision",
                "Up to which revision all changes are in the decision index",
                status -> status.revision().value());
        TimeGauge.builder(
                        PREFIX + "lag",
                        index,
                        TimeUnit.NANOSECONDS,
                        known -> known.status().lag().toNanos())
                .description("So long ago the latest change may have been made that is not in the decision index yet")
                .strongReference(true)
                .register(meters);
    }

    private static void gauge(
            MeterRegistry meters,
            DecisionIndex index,
            String name,
            String description,
            ToDoubleFunction<IndexStatus> figure) {
        Gauge.builder(PREFIX + name, index, known -> figure.applyAsDouble(known.status()))
                .description(description)
                .strongReference(true)
                .register(meters);
    }
}
