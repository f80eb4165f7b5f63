package dev.lockkeeper.application.crm;

import java.time.Duration;

/**
 * How long things take where a CRM decides.
 *
 * @param lease so long a process may take for a change before another looks after it: longer than a call of the CRM can
 *     take in all
 * @param grace so long after a call whose outcome is unknown the CRM may still carry it out
 * @param joinWait so long a caller waits for the outcome of a change that is on its way already
 * @param readWait so long a reader waits for a lock that is being taken
 */
public record CrmSettings(Duration lease, Duration grace, Duration joinWait, Duration readWait) {

    public CrmSettings {
        if (lease.isNegative()
                || lease.isZero()
                || grace.isNegative()
                || joinWait.isNegative()
                || readWait.isNegative()) {
            throw new IllegalArgumentException("Times are not negative");
        }
    }
}
