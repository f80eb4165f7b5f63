package dev.lockkeeper.domain.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Zoho's {@code restricted_actions}: what nobody may do to a locked record. In the order of Zoho's own error body. */
public enum RestrictedAction {
    CONVERT,
    /** Always restricted. */
    UPDATE,
    DELETE,
    CHANGE_OWNER,
    TAGS;

    /** The value on the wire. */
    public String zohoName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code zohoName} names, spelled exactly. */
    public static Optional<RestrictedAction> find(String zohoName) {
        return Arrays.stream(values())
                .filter(value -> value.zohoName().equals(zohoName))
                .findFirst();
    }
}
