package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.Comparator.BETWEEN;
import static dev.lockkeeper.domain.criteria.Comparator.CONTAINS;
import static dev.lockkeeper.domain.criteria.Comparator.ENDS_WITH;
import static dev.lockkeeper.domain.criteria.Comparator.EQUAL;
import static dev.lockkeeper.domain.criteria.Comparator.GREATER_EQUAL;
import static dev.lockkeeper.domain.criteria.Comparator.GREATER_THAN;
import static dev.lockkeeper.domain.criteria.Comparator.IN;
import static dev.lockkeeper.domain.criteria.Comparator.LESS_EQUAL;
import static dev.lockkeeper.domain.criteria.Comparator.LESS_THAN;
import static dev.lockkeeper.domain.criteria.Comparator.NOT_BETWEEN;
import static dev.lockkeeper.domain.criteria.Comparator.NOT_CONTAINS;
import static dev.lockkeeper.domain.criteria.Comparator.NOT_EQUAL;
import static dev.lockkeeper.domain.criteria.Comparator.NOT_IN;
import static dev.lockkeeper.domain.criteria.Comparator.STARTS_WITH;

import dev.lockkeeper.domain.catalog.FieldType;
import java.util.List;

/**
 * What the values of a field are to a comparison: the rows of the table in the contract's section "Criteria", two of
 * them divided where types of one row are read differently.
 */
enum ValueKind {
    NUMBER(EQUAL, NOT_EQUAL, IN, NOT_IN, LESS_THAN, LESS_EQUAL, GREATER_THAN, GREATER_EQUAL, BETWEEN, NOT_BETWEEN),
    TEXT(EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH),
    /** Several texts at once. */
    CHOICES(EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH),
    DATE(EQUAL, NOT_EQUAL, IN, NOT_IN, BETWEEN, NOT_BETWEEN, GREATER_THAN, GREATER_EQUAL, LESS_THAN, LESS_EQUAL),
    DATETIME(EQUAL, NOT_EQUAL, IN, NOT_IN, BETWEEN, NOT_BETWEEN, GREATER_THAN, GREATER_EQUAL, LESS_THAN, LESS_EQUAL),
    BOOLEAN(EQUAL, NOT_EQUAL),
    /** The id of a record. */
    RECORD(EQUAL, NOT_EQUAL, IN, NOT_IN),
    /** The id of a user, with which {@code ${CURRENTUSER}} can be compared. */
    USER(EQUAL, NOT_EQUAL, IN, NOT_IN),
    /** Not to be compared at all. */
    NONE;

    private final List<Comparator> comparators;

    ValueKind(Comparator... comparators) {
        this.comparators = List.of(comparators);
    }

    /** What a field of this type holds. */
    static ValueKind of(FieldType type) {
        return switch (type) {
            case INTEGER, BIGINT, DECIMAL, CURRENCY, PERCENT -> NUMBER;
            case TEXT, TEXTAREA, EMAIL, PHONE, WEBSITE, PICKLIST -> TEXT;
            case MULTISELECTPICKLIST -> CHOICES;
            case DATE -> DATE;
            case DATETIME -> DATETIME;
            case BOOLEAN -> BOOLEAN;
            case LOOKUP -> RECORD;
            case OWNERLOOKUP, USERLOOKUP -> USER;
            case MULTI_MODULE_LOOKUP, AUTONUMBER, PROFILEIMAGE -> NONE;
        };
    }

    /** The comparators it has, in the order of the contract. */
    List<Comparator> comparators() {
        return comparators;
    }
}
