package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An intent to be claimed. The time is kept to the microsecond, which every store can keep.
 *
 * @param by who wants the change
 * @param lease so long, by the store's clock, nobody else takes the intent over
 */
public record NewIntent(RecordKey key, IntendedChange change, User by, Instant at, Duration lease) {

    public NewIntent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
