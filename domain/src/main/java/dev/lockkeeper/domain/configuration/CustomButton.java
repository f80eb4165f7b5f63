package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.CrmId;
import org.jspecify.annotations.Nullable;

/**
 * A custom button that is out of use on locked records, as its author named it: buttons are not registered here.
 *
 * @param id as Zoho writes ids, if given
 * @param name a {@link Label}, if given
 */
public record CustomButton(@Nullable String id, @Nullable String name) {

    public CustomButton {
        if (!isValid(id, name)) {
            throw new IllegalArgumentException("A custom button has an id, a name, or both");
        }
    }

    /** Whether a button can be named so. */
    public static boolean isValid(@Nullable String id, @Nullable String name) {
        boolean idIsValid = id == null || CrmId.parse(id).isPresent();
        boolean nameIsValid = name == null || Label.isLabel(name);
        return idIsValid && nameIsValid && (id != null || name != null);
    }
}
