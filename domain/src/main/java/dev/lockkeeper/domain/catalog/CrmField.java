package dev.lockkeeper.domain.catalog;

import java.util.List;

/**
 * A field of a {@linkplain CrmModule module's} records, standard or added.
 *
 * @param id unique over all modules
 * @param apiName its key in a record's JSON, so its case counts
 * @param label what users read
 * @param type which values it holds
 * @param readOnly whether the CRM alone sets it; such a field cannot be excluded from locking
 * @param pickListValues the values to choose from, in the order shown; empty when the type is no pick list, or when
 *     they differ from one organisation to the next, as currencies do. Zoho's {@code -None-} is not among them: it is
 *     how a form shows that there is no value
 * @param custom whether it was added to the module, rather than being one of those that the module always has
 */
public record CrmField(
        FieldId id,
        String apiName,
        String label,
        FieldType type,
        boolean readOnly,
        List<String> pickListValues,
        boolean custom) {

    public CrmField {
        Required.text(apiName, "a field's api name");
        Required.text(label, "the label of field " + apiName);
        pickListValues = List.copyOf(pickListValues);
        if (!pickListValues.isEmpty() && !type.isPickList()) {
            throw new IllegalArgumentException(
                    "field " + apiName + " is of type " + type.zohoName() + ", which has no pick list");
        }
    }

    /** A standard field. */
    public CrmField(
            FieldId id, String apiName, String label, FieldType type, boolean readOnly, List<String> pickListValues) {
        this(id, apiName, label, type, readOnly, pickListValues, false);
    }
}
