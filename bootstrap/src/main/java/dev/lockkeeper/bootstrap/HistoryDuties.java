package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.lock.TendHistory;
import dev.lockkeeper.domain.job.Duty;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one process at a time does for the history of locks, and how often. */
@Singleton
final class HistoryDuties {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryDuties.class);

    /** A part lasts for hours at least, and what was in use once is tried again then. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final TendHistory tendHistory;

    HistoryDuties(TendHistory tendHistory) {
        this.tendHistory = tendHistory;
    }

    List<Duty> duties() {
        return List.of(new Duty("tend-history", EVERY, this::tendHistory));
    }

    private void tendHistory() {
        TendHistory.Tally outcome = tendHistory.execute();
        if (outcome.begun()) {
            LOG.info("A new part of the history has begun");
        }
        if (outcome.forgotten() > 0) {
            LOG.info("Parts of the history dropped, as LOCKKEEPER_HISTORY_RETENTION says: {}", outcome.forgotten());
        }
    }
}
