package dev.lockkeeper.domain.criteria;

/** How one value of a record stands to one value of a condition: what all comparators come down to. */
enum Relation {
    EQUAL(false, true, false),
    LESS(true, false, false),
    AT_MOST(true, true, false),
    GREATER(false, false, true),
    AT_LEAST(false, true, true),
    CONTAINS(false, false, false),
    STARTS_WITH(false, false, false),
    ENDS_WITH(false, false, false);

    private final boolean holdsBelow;
    private final boolean holdsWithin;
    private final boolean holdsAbove;

    Relation(boolean holdsBelow, boolean holdsWithin, boolean holdsAbove) {
        this.holdsBelow = holdsBelow;
        this.holdsWithin = holdsWithin;
        this.holdsAbove = holdsAbove;
    }

    /**
     * Whether it holds for values that have an order.
     *
     * @param order negative when the record's value is below the condition's, positive when it is above, and zero when
     *     it is the same, or within it as a moment is within a day
     */
    boolean holdsFor(int order) {
        if (order == 0) {
            return holdsWithin;
        }
        return order < 0 ? holdsBelow : holdsAbove;
    }

    /** Whether it holds for texts, both of them {@linkplain CaseFolding folded}. Texts have no order. */
    boolean holdsFor(String value, String operand) {
        return switch (this) {
            case EQUAL -> value.equals(operand);
            case CONTAINS -> value.contains(operand);
            case STARTS_WITH -> value.startsWith(operand);
            case ENDS_WITH -> value.endsWith(operand);
            case LESS, AT_MOST, GREATER, AT_LEAST -> false;
        };
    }
}
