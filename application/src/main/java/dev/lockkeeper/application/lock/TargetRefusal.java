package dev.lockkeeper.application.lock;

/**
 * What a call on a record's lock is refused for before its own business. Of several reasons the first in the order of
 * the constants below is answered (wire contract, "Order in which a call is refused").
 */
public enum TargetRefusal
        implements LockRecord.Outcome, UnlockRecord.Outcome, ChangeLockReason.Outcome, ShowLock.Outcome {
    /** No such module, or one whose records nobody names directly. */
    UNKNOWN_MODULE,
    /** The record id is not an id. */
    INVALID_RECORD_ID,
    /** The record has no such related list. */
    UNKNOWN_RELATION,
    /** Whether the module has a locking configuration cannot be known just now. */
    NOT_KNOWN,
    /** The module has no locking configuration. */
    NO_CONFIGURATION
}
