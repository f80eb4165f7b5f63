package dev.lockkeeper.domain.catalog;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Identifies a {@linkplain CrmField field}; unique over all modules, so two modules' {@code Owner} fields differ.
 *
 * @param value positive, as all of Zoho's ids are
 */
public record FieldId(long value) {

    public FieldId {
        CrmId.requirePositive(value);
    }

    /** The id that a caller wrote, or empty when it is none. */
    public static Optional<FieldId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new FieldId(id.getAsLong())) : Optional.empty();
    }

    /** The decimal digits, as they stand in URLs and, between quotes, in JSON. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
