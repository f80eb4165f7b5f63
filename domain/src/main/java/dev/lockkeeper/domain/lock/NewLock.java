package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.RulesVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A lock to be taken.
 *
 * @param under the configuration that allows it, in the state that does
 * @param at kept to the microsecond, which every store can keep
 */
public record NewLock(RecordKey key, LockOrigin origin, RulesVersion under, Instant at) {

    public NewLock {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
