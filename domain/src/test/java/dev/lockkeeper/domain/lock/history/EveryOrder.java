package dev.lockkeeper.domain.lock.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tries every order of every choice of a few operations, without any thought: what the checker has to agree with. Whether
 * an order explains the answers is left to a judge.
 */
record EveryOrder(Predicate<List<Operation>> explains) {

    boolean hasOneFor(List<Operation> history) {
        return extend(List.of(), history);
    }

    private boolean extend(List<Operation> order, List<Operation> left) {
        if (left.stream().allMatch(operation -> operation.answer() == null) && explains.test(order)) {
            return true;
        }
        for (Operation next : left) {
            if (left.stream().noneMatch(other -> other.precedes(next))) {
                List<Operation> longer = new ArrayList<>(order);
                longer.add(next);
                List<Operation> rest = new ArrayList<>(left);
                rest.remove(next);
                if (extend(longer, rest)) {
                    return true;
                }
            }
        }
        return false;
    }
}
