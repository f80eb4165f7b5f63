package dev.lockkeeper.domain.job;

/** What a job does, and to which records of its module. */
public enum JobKind {
    /**
     * Judges every record that was ever reported: those that match a rule with {@code lock_existing_records} are locked,
     * and locks whose rule matches no longer are released.
     */
    LOCK_EXISTING_RECORDS,
    /** Judges the records that a rule holds, since rules were changed or removed. */
    REVIEW_LOCKS,
    /** Ends every lock that was taken under a configuration that has been deleted. */
    END_LOCKS
}
