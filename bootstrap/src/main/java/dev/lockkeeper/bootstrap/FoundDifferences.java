package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.crm.RecordCheck.FoundDifference;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs how Zoho CRM was found to differ from what was kept of it; the history has it too. */
@Singleton
@Requires(beans = ZohoSettings.class)
final class FoundDifferences implements Consumer<FoundDifference> {

    private static final Logger LOG = LoggerFactory.getLogger(FoundDifferences.class);

    private final MeterRegistry meters;

    FoundDifferences(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void accept(FoundDifference found) {
        String difference = found.difference().name().toLowerCase(Locale.ROOT);
        LOG.info(
                "Found in Zoho CRM: record {} of module {} is {}",
                found.key().record(),
                found.key().module(),
                difference);
        meters.counter("lockkeeper.zoho.differences", "difference", difference).increment();
    }
}
