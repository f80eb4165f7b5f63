package dev.lockkeeper.domain.lock;

/** Zoho's pick list {@code Lock_Source__s}. */
public enum LockSource {
    MANUAL,
    AUTOMATIC,
    BOTH
}
