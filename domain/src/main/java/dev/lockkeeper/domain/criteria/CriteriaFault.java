package dev.lockkeeper.domain.criteria;

import java.util.List;

/**
 * What is wrong with criteria, and where.
 *
 * @param apiName the JSON key it is about; {@code criteria} when it is the whole
 * @param path a JSON path relative to the criteria, such as {@code .group[1].comparator}; empty for the whole
 * @param supportedValues what could have been written instead, when the choice is limited; otherwise empty
 */
public record CriteriaFault(Kind kind, String apiName, String path, List<String> supportedValues) {

    /** What can be wrong. */
    public enum Kind {
        /** Criteria or a member of a group is no JSON object. */
        NOT_AN_OBJECT,
        /** A mandatory key is absent or null. */
        MISSING,
        /** The module has no such field. */
        FIELD_NOT_FOUND,
        /** The field exists, but no rule may ask for it, or not in this way. */
        FIELD_NOT_SUPPORTED,
        /** Id and api name are those of two fields. */
        FIELD_AMBIGUOUS,
        /** Neither id nor api name of the field is given. */
        FIELD_UNNAMED,
        /** There is no such comparator, or the field's type does not have it. */
        COMPARATOR_UNKNOWN,
        OPERATOR_UNKNOWN,
        /** The value is not one of the field's type, or not one for this comparator. */
        VALUE_INVALID,
        GROUP_EMPTY,
        TOO_MANY_LEAVES,
        TOO_DEEP,
        /** A key has JSON of another type than it takes. */
        WRONG_TYPE
    }

    public CriteriaFault {
        supportedValues = List.copyOf(supportedValues);
    }

    /** A fault that no list of values would help with. */
    static CriteriaFault of(Kind kind, String apiName, String path) {
        return new CriteriaFault(kind, apiName, path, List.of());
    }

    /** A fault of what stands at a key of the object at {@code path}. */
    static CriteriaFault at(Kind kind, String path, String key) {
        return of(kind, key, Keys.at(path, key));
    }
}
