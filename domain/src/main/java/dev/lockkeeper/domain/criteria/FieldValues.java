package dev.lockkeeper.domain.criteria;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A record's values of the fields compared, typed once for all criteria that are to be evaluated. Looking one up
 * allocates nothing. A record's data is not for logs, so this has no text of its own.
 */
public final class FieldValues {

    private final Map<ComparedField, FieldValue> values;

    private FieldValues(Map<ComparedField, FieldValue> values) {
        this.values = values;
    }

    /**
     * The values of {@code fields} in {@code record}. Never fails: a value that is not of its field's type is kept as
     * just that.
     *
     * @param fields all that the criteria compare; others count as empty
     * @param record by api name, the values as a JSON parser gives them: text, number, boolean, null, list or map
     * @param zone that of the occasions to come; with another one, days compared with dates and times are found anew
     *     each time, which is slower
     */
    public static FieldValues of(Collection<ComparedField> fields, Map<String, ?> record, ZoneId zone) {
        Map<ComparedField, FieldValue> values = HashMap.newHashMap(fields.size());
        for (ComparedField field : fields) {
            values.put(field, FieldValue.read(field.kind(), record.get(field.apiName()), zone));
        }
        return new FieldValues(values);
    }

    FieldValue valueOf(ComparedField field) {
        FieldValue value = values.get(field);
        return value == null ? FieldValue.Unusable.EMPTY : value;
    }
}
