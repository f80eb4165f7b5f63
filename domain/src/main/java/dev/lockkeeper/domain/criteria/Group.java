package dev.lockkeeper.domain.criteria;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several conditions combined.
 *
 * @param members at least one, in the order written, which is also that of evaluation
 */
public record Group(GroupOperator operator, List<Criteria> members) implements Criteria {

    /** @throws IllegalArgumentException when there is no member: nobody could tell whether nothing matches */
    public Group {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A group has at least one member");
        }
    }

    @Override
    public boolean matches(FieldValues record, Occasion occasion) {
        // By index: this runs for every record that is written, and an iterator would be garbage each time.
        boolean decisive = operator == GroupOperator.OR;
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).matches(record, occasion) == decisive) {
                return decisive;
            }
        }
        return !decisive;
    }

    @Override
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(Keys.GROUP_OPERATOR, operator.name());
        tree.put(Keys.GROUP, members.stream().map(Criteria::toTree).toList());
        return tree;
    }

    @Override
    public Set<ComparedField> fields() {
        Set<ComparedField> fields = new LinkedHashSet<>();
        members.forEach(member -> fields.addAll(member.fields()));
        return Collections.unmodifiableSet(fields);
    }
}
