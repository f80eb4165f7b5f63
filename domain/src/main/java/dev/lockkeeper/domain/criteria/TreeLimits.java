package dev.lockkeeper.domain.criteria;

import dev.lockkeeper.domain.criteria.CriteriaFault.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures criteria before anything else is done with them. It looks at no more than the limits allow, plus one, so
 * that a huge tree costs no more than a small one.
 */
final class TreeLimits {

    private int leaves;

    private TreeLimits() {}

    /** Which limit is exceeded first in the order of the document, if any is. */
    static @Nullable CriteriaFault exceededBy(@Nullable Object tree) {
        return new TreeLimits().exceededBy(tree, "", 0);
    }

    /** Whether the object is a group rather than a comparison; one key is enough, the other then being missed. */
    static boolean isGroup(Map<?, ?> node) {
        return node.containsKey(Keys.GROUP) || node.containsKey(Keys.GROUP_OPERATOR);
    }

    private @Nullable CriteriaFault exceededBy(@Nullable Object node, String path, int groupsAround) {
        if (!(node instanceof Map<?, ?> map) || !isGroup(map)) {
            return exceededByOneMoreLeaf();
        }
        if (groupsAround == CriteriaReader.MAX_LEVELS) {
            return CriteriaFault.of(Kind.TOO_DEEP, Keys.GROUP, path);
        }
        if (!(map.get(Keys.GROUP) instanceof List<?> members) || members.isEmpty()) {
            return exceededByOneMoreLeaf();
        }
        for (int i = 0; i < members.size(); i++) {
            String memberPath = Keys.at(Keys.at(path, Keys.GROUP), i);
            CriteriaFault fault = exceededBy(members.get(i), memberPath, groupsAround + 1);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable CriteriaFault exceededByOneMoreLeaf() {
        leaves++;
        return leaves > CriteriaReader.MAX_LEAVES ? CriteriaFault.of(Kind.TOO_MANY_LEAVES, Keys.CRITERIA, "") : null;
    }
}
