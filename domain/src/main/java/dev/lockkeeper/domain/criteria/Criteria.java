package dev.lockkeeper.domain.criteria;

import java.util.Map;
import java.util.Set;

/**
 * A condition over a record's fields: parsed and type-checked once, so evaluation cannot fail.
 *
 * <p>Two criteria are equal when they ask for the same in the same order and the same words. {@code "10"} and
 * {@code "10.0"} match the same records, but are different words.
 */
public sealed interface Criteria permits Comparison, Group {

    /**
     * Whether the record meets this condition. Allocates nothing, except to compare numbers of more than 18 digits.
     *
     * @param record values of at least {@link #fields()}; a field that is not among them counts as empty
     * @param occasion what the relative values of the condition refer to
     */
    boolean matches(FieldValues record, Occasion occasion);

    /**
     * This condition as JSON would have it, in Zoho's shape: maps in the order of keys that Zoho documents, lists, and
     * texts as the only leaves. {@link CriteriaReader} reads it back as an equal condition.
     *
     * <pre>
     * {"comparator": .., "field": {"api_name": .., "id": ..}, "type": "value", "value": text or list of texts}
     * {"group_operator": "AND" or "OR", "group": [..]}
     * </pre>
     */
    Map<String, Object> toTree();

    /** The fields compared, each once, in the order of their first occurrence. */
    Set<ComparedField> fields();
}
