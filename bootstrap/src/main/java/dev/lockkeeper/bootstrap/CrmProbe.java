package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.crm.ActingUser;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    /** An operator has to help then, and each look may cost a credit: every two seconds would cost most of a day's. */
    private static final Duration LOOKS_WHILE_NOT_LET_IN = Duration.ofMinutes(1);

    private final Crm crm;
    private final ActingUser actingUser;
    private volatile long lookedAt;
    private volatile CrmStatus.@Nullable State last;

    CrmProbe(Crm crm, ActingUser actingUser) {
        this.crm = crm;
        this.actingUser = actingUser;
    }

    @Scheduled(initialDelay = "0s", fixedDelay = "2s")
    void look() {
        try {
            if (isWorthALook(crm.status().state())) {
                lookedAt = System.nanoTime();
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

    private boolean isWorthALook(CrmStatus.State state) {
        return switch (state) {
            case REACHABLE -> false;
            case NOT_REACHED, AWAY -> true;
            case NOT_LET_IN -> last != state || System.nanoTime() - lookedAt >= LOOKS_WHILE_NOT_LET_IN.toNanos();
        };
    }
}
