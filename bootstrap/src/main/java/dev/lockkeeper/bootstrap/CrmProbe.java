package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.crm.ActingUser;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Zoho CRM something now and then while it has not answered this process, so that this process learns by itself
 * that it is there, and says so.
 */
@Singleton
@Requires(beans = ZohoSettings.class)
final class CrmProbe {

    private static final Logger LOG = LoggerFactory.getLogger(CrmProbe.class);

    private static final Duration SHUT_OUT_FOR = Duration.ofMinutes(5);

    private final Crm crm;
    private final ActingUser actingUser;
    private final Clock clock;
    private volatile Instant asked = Instant.MIN;
    private volatile boolean started;
    private volatile CrmStatus.@Nullable State last;

    CrmProbe(Crm crm, ActingUser actingUser, Clock clock) {
        this.crm = crm;
        this.actingUser = actingUser;
        this.clock = clock;
    }

    private boolean isDue(CrmStatus.State state) {
        return switch (state) {
            case REACHABLE -> false;
            // Nobody has to pay for these: no answer costs a credit.
            case NOT_REACHED, AWAY -> true;
            // Somebody has to do something first, and what does not lack a scope is answered, for a credit.
            case NOT_LET_IN -> asked.plus(SHUT_OUT_FOR).isBefore(clock.instant());
        };
    }

    /** Begins, once it is certain that this is the database of a service for which Zoho decides. */
    void start() {
        started = true;
    }

    @Scheduled(initialDelay = "0s", fixedDelay = "1s")
    void look() {
        if (!started) {
            return;
        }
        try {
            if (isDue(crm.status().state())) {
                asked = clock.instant();
                actingUser.learn();
            }
        } catch (StoreUnavailable e) {
            LOG.warn("Zoho CRM is not asked, since the store is away: {}", e.getMessage());
        }
        CrmStatus status = crm.status();
        if (status.state() != last) {
            last = status.state();
            if (status.state() == CrmStatus.State.REACHABLE) {
                LOG.info("Zoho CRM answers");
            } else {
                LOG.error("Zoho CRM: {}", status.reason());
            }
        }
    }
}
