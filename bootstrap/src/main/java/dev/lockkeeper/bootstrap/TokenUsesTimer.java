package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.identity.StoreTokenUses;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has it stored every few seconds, and at the end, when access tokens were last used. */
@Singleton
final class TokenUsesTimer {

    private static final Logger LOG = LoggerFactory.getLogger(TokenUsesTimer.class);
    private static final String INTERVAL = "10s";

    private final StoreTokenUses storeTokenUses;

    TokenUsesTimer(StoreTokenUses storeTokenUses) {
        this.storeTokenUses = storeTokenUses;
    }

    /** Stores what was noted when the service stops; of its own, since a method has one of the two roles. */
    @PreDestroy
    void stop() {
        store();
    }

    @Scheduled(initialDelay = INTERVAL, fixedDelay = INTERVAL)
    void store() {
        try {
            storeTokenUses.execute();
        } catch (StoreUnavailable e) {
            // Nobody waits for it, and the next time tries again.
            LOG.warn("When access tokens were last used is not stored yet: {}", e.getMessage());
        }
    }
}
