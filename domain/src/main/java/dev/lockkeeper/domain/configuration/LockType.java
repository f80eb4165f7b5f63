package dev.lockkeeper.domain.configuration;

/** Zoho's {@code lock_type}: who may lock the records of a module. */
public enum LockType {
    /** People only. */
    MANUAL,
    /** Rules only. */
    AUTOMATIC,
    /** People and rules. */
    BOTH;

    public boolean allowsManualLocks() {
        return this != AUTOMATIC;
    }
}
