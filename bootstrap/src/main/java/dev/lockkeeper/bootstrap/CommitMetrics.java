package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.persistence.database.BatchObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How the commits of many callers' changes fare, as metrics. */
@Singleton
final class CommitMetrics implements BatchObserver {

    private static final String PREFIX = "lockkeeper.commits.";

    private final Timer wait;
    private final DistributionSummary size;
    private final Timer time;
    private final Counter refused;

    CommitMetrics(MeterRegistry meters) {
        this.wait = Timer.builder(PREFIX + "wait")
                .description("How long changes of locks waited until a commit took them")
                .register(meters);
        this.size = DistributionSummary.builder(PREFIX + "batch")
                .description("How many changes of locks a commit had")
                .register(meters);
        this.time = Timer.builder(PREFIX + "time")
                .description("How long commits of changes of locks took")
                .register(meters);
        this.refused = Counter.builder(PREFIX + "refused")
                .description("How many changes of locks were refused because too many waited")
                .register(meters);
    }

    @Override
    public void waited(Duration elapsed) {
        wait.record(elapsed);
    }

    @Override
    public void done(int changes, Duration elapsed) {
        size.record(changes);
        time.record(elapsed);
    }

    @Override
    public void refused() {
        refused.increment();
    }
}
