package dev.lockkeeper.domain.catalog;

/**
 * Identifies a {@linkplain CrmModule module}.
 *
 * @param value positive, as all of Zoho's ids are
 */
public record ModuleId(long value) {

    public ModuleId {
        CrmId.requirePositive(value);
    }

    /** The decimal digits, as they stand in URLs and, between quotes, in JSON. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
