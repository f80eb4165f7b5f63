package dev.lockkeeper.domain.criteria;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a {@link Group} combines its members. The names are Zoho's {@code group_operator}. */
public enum GroupOperator {
    /** All members match. */
    AND,
    /** At least one member matches. */
    OR;

    /** The operator of this name in any case: the contract reads {@code and} and answers {@code AND}. */
    static Optional<GroupOperator> find(String name) {
        return Arrays.stream(values())
                .filter(operator -> operator.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, for whoever wrote none of them. */
    static List<String> names() {
        return Arrays.stream(values()).map(GroupOperator::name).toList();
    }
}
