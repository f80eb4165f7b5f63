package dev.lockkeeper.domain.criteria;

import java.util.List;
import java.util.Optional;

/** How a {@link Comparison} compares. {@link ValueKind} says which types have which. */
public enum Comparator {
    EQUAL("equal", Takes.ONE_VALUE),
    NOT_EQUAL("not_equal", Takes.ONE_VALUE),
    /** Equal to at least one of the values. */
    IN("in", Takes.SEVERAL_VALUES),
    NOT_IN("not_in", Takes.SEVERAL_VALUES),
    LESS_THAN("less_than", Takes.ONE_VALUE),
    LESS_EQUAL("less_equal", Takes.ONE_VALUE),
    GREATER_THAN("greater_than", Takes.ONE_VALUE),
    GREATER_EQUAL("greater_equal", Takes.ONE_VALUE),
    /** Includes both ends; nothing is between ends in the wrong order. */
    BETWEEN("between", Takes.TWO_ENDS),
    NOT_BETWEEN("not_between", Takes.TWO_ENDS),
    CONTAINS("contains", Takes.ONE_VALUE),
    NOT_CONTAINS("not_contains", Takes.ONE_VALUE),
    STARTS_WITH("starts_with", Takes.ONE_VALUE),
    ENDS_WITH("ends_with", Takes.ONE_VALUE);

    private enum Takes {
        ONE_VALUE,
        SEVERAL_VALUES,
        TWO_ENDS
    }

    private final String zohoName;
    private final Takes takes;

    Comparator(String zohoName, Takes takes) {
        this.zohoName = zohoName;
        this.takes = takes;
    }

    /** Its name in JSON. */
    public String zohoName() {
        return zohoName;
    }

    /** Whether it is the exact opposite of another comparator; only these match empty fields. */
    public boolean negated() {
        return switch (this) {
            case NOT_EQUAL, NOT_IN, NOT_BETWEEN, NOT_CONTAINS -> true;
            case EQUAL,
                    IN,
                    LESS_THAN,
                    LESS_EQUAL,
                    GREATER_THAN,
                    GREATER_EQUAL,
                    BETWEEN,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH -> false;
        };
    }

    /** Whether its value is a single one in JSON, and not an array. */
    boolean takesOneValue() {
        return takes == Takes.ONE_VALUE;
    }

    /** Whether it compares with this many values. */
    boolean takes(int count) {
        return switch (takes) {
            case ONE_VALUE -> count == 1;
            case SEVERAL_VALUES -> count >= 1 && count <= CriteriaReader.MAX_VALUES;
            case TWO_ENDS -> count == 2;
        };
    }

    /** The one of these with this name, spelled exactly. */
    static Optional<Comparator> find(List<Comparator> among, String zohoName) {
        return among.stream()
                .filter(comparator -> comparator.zohoName.equals(zohoName))
                .findFirst();
    }
}
