package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.FieldType;

/**
 * What criteria have to know of a field.
 *
 * @param id unique over all modules
 * @param apiName its key in a record's JSON
 * @param type how its values are read and compared
 */
public record ComparedField(FieldId id, String apiName, FieldType type) {

    /** The field of this catalogue entry. */
    public static ComparedField of(CrmField field) {
        return new ComparedField(field.id(), field.apiName(), field.type());
    }

    /** What its values are to a comparison. */
    ValueKind kind() {
        return ValueKind.of(type);
    }
}
