package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Zoho's {@code restricted_communications}: what nobody may send to the people of a locked record. */
public enum RestrictedCommunication {
    SEND_MAIL,
    SEND_SURVEY,
    SEND_PORTAL_INVITATION;

    /** Records that nobody writes to: they have neither an address nor somebody that they concern. */
    private static final Set<String> MODULES_WITHOUT = Set.of("Tasks", "Products", "Price_Books", "Solutions");

    /** The value on the wire. */
    public String zohoName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code zohoName} names, spelled exactly. */
    public static Optional<RestrictedCommunication> find(String zohoName) {
        return Arrays.stream(values())
                .filter(value -> value.zohoName().equals(zohoName))
                .findFirst();
    }

    /**
     * Whether a configuration of this module may restrict communications. Zoho has an error for those that may not but
     * does not list them: those that send nothing are this project's choice.
     */
    public static boolean isSupportedBy(CrmModule module) {
        return !MODULES_WITHOUT.contains(module.apiName());
    }
}
