package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.lock.History;
import dev.lockkeeper.domain.lock.HistoryRetention;
import java.time.Clock;
import java.time.Instant;

/** Begins new parts of the history in time, and forgets those that need not be kept; to be done now and then. */
public final class TendHistory {

    private final History history;
    private final HistoryRetention retention;
    private final Clock clock;

    public TendHistory(History history, HistoryRetention retention, Clock clock) {
        this.history = history;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param begun whether a new part has begun
     * @param forgotten how many parts were
     */
    public record Tally(boolean begun, int forgotten) {}

    public Tally execute() {
        Instant now = clock.instant();
        boolean begun = history.beginPart(now, retention.partsBegunBy(now));
        return new Tally(
                begun, retention.keptFrom(now).map(history::forgetParts).orElse(0));
    }
}
