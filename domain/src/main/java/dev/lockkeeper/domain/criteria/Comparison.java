package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.criteria.FieldValue.Unusable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One field compared with one or several values.
 *
 * <p>An empty field matches {@code equal ${EMPTY}} and the comparators that negate another. A field whose value is not
 * of its type, such as a word in a number field, is not empty; nothing else can be said of it, so that it matches no
 * other comparison, negated or not.
 *
 * @param comparator one that the field's type has
 * @param operands as many as the comparator takes
 */
public record Comparison(ComparedField field, Comparator comparator, List<Operand> operands) implements Criteria {

    /** @throws IllegalArgumentException when field, comparator and number of operands do not go together */
    public Comparison {
        operands = List.copyOf(operands);
        if (!field.kind().comparators().contains(comparator)) {
            throw new IllegalArgumentException(
                    "A field of type " + field.type().zohoName() + " has no comparator " + comparator.zohoName());
        }
        if (!comparator.takes(operands.size())) {
            throw new IllegalArgumentException(comparator.zohoName() + " does not take " + operands.size() + " values");
        }
    }

    @Override
    public boolean matches(FieldValues record, Occasion occasion) {
        FieldValue value = record.valueOf(field);
        if (operands.getFirst() instanceof Operand.Presence presence) {
            return presence.describes(value) != comparator.negated();
        }
        if (value == Unusable.EMPTY) {
            return comparator.negated();
        }
        return value != Unusable.WRONG_SHAPE && holds(value, occasion) != comparator.negated();
    }

    /** Whether what the comparator says, or what it negates, is true. */
    private boolean holds(FieldValue value, Occasion occasion) {
        return switch (comparator) {
            case EQUAL, NOT_EQUAL -> holds(Relation.EQUAL, value, occasion);
            case LESS_THAN -> holds(Relation.LESS, value, occasion);
            case LESS_EQUAL -> holds(Relation.AT_MOST, value, occasion);
            case GREATER_THAN -> holds(Relation.GREATER, value, occasion);
            case GREATER_EQUAL -> holds(Relation.AT_LEAST, value, occasion);
            case CONTAINS, NOT_CONTAINS -> holds(Relation.CONTAINS, value, occasion);
            case STARTS_WITH -> holds(Relation.STARTS_WITH, value, occasion);
            case ENDS_WITH -> holds(Relation.ENDS_WITH, value, occasion);
            case IN, NOT_IN -> equalsAny(value, occasion);
            case BETWEEN, NOT_BETWEEN ->
                holds(Relation.AT_LEAST, value, occasion)
                        && operands.getLast().holds(Relation.AT_MOST, value, occasion);
        };
    }

    private boolean holds(Relation relation, FieldValue value, Occasion occasion) {
        return operands.getFirst().holds(relation, value, occasion);
    }

    private boolean equalsAny(FieldValue value, Occasion occasion) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).holds(Relation.EQUAL, value, occasion)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Map<String, Object> toTree() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put(Keys.API_NAME, field.apiName());
        names.put(Keys.ID, field.id().toString());
        List<String> texts = operands.stream().map(Operand::text).toList();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(Keys.COMPARATOR, comparator.zohoName());
        tree.put(Keys.FIELD, names);
        tree.put(Keys.TYPE, Keys.VALUE);
        tree.put(Keys.VALUE, comparator.takesOneValue() ? texts.getFirst() : texts);
        return tree;
    }

    @Override
    public Set<ComparedField> fields() {
        return Set.of(field);
    }
}
