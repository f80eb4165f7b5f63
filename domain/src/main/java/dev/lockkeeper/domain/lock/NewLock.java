package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A lock to be taken. The time is kept to the microsecond, which every store can keep. */
public record NewLock(RecordKey key, LockOrigin origin, ConfigurationId configuration, Instant at) {

    public NewLock {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
