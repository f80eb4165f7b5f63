package dev.lockkeeper.domain.job;

/** How far a job has come. */
public enum JobState {
    /** Nobody has begun. */
    QUEUED,
    /** Somebody has begun; if that process was killed, another goes on where it stopped. */
    RUNNING,
    /** All records were looked at. */
    DONE,
    /** Given up for a fault of this service; what was done up to then stays done. */
    FAILED
}
