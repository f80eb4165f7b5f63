package dev.lockkeeper.domain.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** Whether rules are in force, and therefore needed. */
    public boolean hasRules() {
        return this != MANUAL;
    }

    /** The value on the wire. */
    public String zohoName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code zohoName} names, spelled exactly. */
    public static Optional<LockType> find(String zohoName) {
        return Arrays.stream(values())
                .filter(value -> value.zohoName().equals(zohoName))
                .findFirst();
    }
}
