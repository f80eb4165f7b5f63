package dev.lockkeeper.domain.configuration;

import java.util.Arrays;
import java.util.Optional;

/** Zoho's {@code locked_for}: whom a locked record is locked for. */
public enum LockedFor {
    ALL_PROFILES("all_profiles"),
    /** Users of the excluded profiles may change locked records. */
    ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES("all_profiles_except_excluded_profiles");

    /** Seed 002 also writes it so. */
    private static final String SINGULAR = "all_profiles_except_excluded_profile";

    private final String zohoName;

    LockedFor(String zohoName) {
        this.zohoName = zohoName;
    }

    /** The value on the wire. */
    public String zohoName() {
        return zohoName;
    }

    /** What {@code zohoName} names, spelled exactly. */
    public static Optional<LockedFor> find(String zohoName) {
        return zohoName.equals(SINGULAR)
                ? Optional.of(ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES)
                : Arrays.stream(values())
                        .filter(value -> value.zohoName.equals(zohoName))
                        .findFirst();
    }
}
