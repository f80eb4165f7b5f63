package dev.lockkeeper.domain.lock.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for an order of operations on one record that explains every answer until some time, and in which no operation
 * comes before another that was answered when it was asked for. The algorithm is that of Wing and Gong ("Testing and
 * Verifying Concurrent Objects", 1993), which does not look twice at what follows from the same operations and the same
 * state, as Lowe has it ("Testing for Linearizability", 2017). For one use.
 */
final class LinearizationSearch {

    /** More than any history of these tests takes; whoever exceeds it is to make the histories smaller. */
    private static final int MOST_LOOKED_AT = 3_000_000;

    private final LockModel model;
    private final List<Operation> operations;
    private final long until;
    private final BitSet done = new BitSet();
    private final Deque<Step> order = new ArrayDeque<>();
    private final Set<Visited> visited = new HashSet<>();
    private List<Step> longest = List.of();
    private int answered;
    private int mostAnswered;

    /** An operation in its place, and how the record stands after it. */
    record Step(Operation operation, LockState after) {}

    private record Visited(BitSet done, LockState state) {}

    /** @param until what was answered later may have taken effect, or not */
    LinearizationSearch(LockModel model, List<Operation> history, long until) {
        this.model = model;
        this.until = until;
        this.operations = history.stream()
                .filter(operation -> operation.invocation() < until)
                .sorted(Comparator.comparingLong(Operation::invocation))
                .toList();
    }

    /** Whether there is such an order. */
    boolean succeeds() {
        int all = Math.toIntExact(operations.stream().filter(this::isAnswered).count());
        return explains(all, LockState.FREE);
    }

    /** The longest order that explains what it has of the answers. */
    List<Step> longest() {
        return longest;
    }

    private boolean isAnswered(Operation operation) {
        return operation.response() <= until;
    }

    private boolean explains(int left, LockState state) {
        if (left == 0) {
            return true;
        }
        if (!visited.add(new Visited((BitSet) done.clone(), state))) {
            return false;
        }
        if (visited.size() > MOST_LOOKED_AT) {
            throw new IllegalStateException("Too many orders of " + operations.size() + " operations to look at");
        }
        for (int next : candidates()) {
            Operation operation = operations.get(next);
            boolean isAnswered = isAnswered(operation);
            for (LockState after : model.after(state, operation)) {
                // What nobody knows to have happened is only of use where it changes something.
                if (isAnswered || !after.equals(state)) {
                    if (explainsAfter(next, isAnswered ? left - 1 : left, new Step(operation, after))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean explainsAfter(int next, int left, Step step) {
        done.set(next);
        order.addLast(step);
        if (isAnswered(step.operation())) {
            answered++;
            remember();
        }
        boolean explained = explains(left, step.after());
        if (isAnswered(step.operation())) {
            answered--;
        }
        order.removeLast();
        done.clear(next);
        return explained;
    }

    private void remember() {
        if (answered > mostAnswered) {
            mostAnswered = answered;
            longest = List.copyOf(order);
        }
    }

    /** What may come next: no other that is left was answered before it was asked for. Those answered first are first. */
    private List<Integer> candidates() {
        List<Integer> candidates = new ArrayList<>();
        long firstResponse = Operation.NEVER;
        for (int i = done.nextClearBit(0); i < operations.size(); i = done.nextClearBit(i + 1)) {
            Operation operation = operations.get(i);
            if (operation.invocation() > firstResponse) {
                break;
            }
            if (isAnswered(operation)) {
                firstResponse = Math.min(firstResponse, operation.response());
            }
            candidates.add(i);
        }
        candidates.sort(Comparator.comparingLong(i -> operations.get(i).response()));
        return candidates;
    }
}
