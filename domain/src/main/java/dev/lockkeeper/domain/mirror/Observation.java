package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.crm.CrmLock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A record's lock as the CRM was found to have it.
 *
 * @param before how the record stood here before the CRM was asked
 * @param found null when the record has no lock there
 * @param at when it was found, in microseconds
 */
public record Observation(Standing before, @Nullable CrmLock found, Instant at) {

    public Observation {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
