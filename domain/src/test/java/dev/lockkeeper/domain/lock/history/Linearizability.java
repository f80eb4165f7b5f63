package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.Answer.Acquired;
import dev.lockkeeper.domain.lock.history.LinearizationSearch.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether concurrent operations on one record were answered as if each took effect at one moment between its invocation
 * and its response, all of them in one order: Herlihy and Wing, "Linearizability", 1990.
 */
public final class Linearizability {

    private Linearizability() {}

    /**
     * The first contradiction in the history of one record: up to its time no order explains all answers, and up to the
     * response before it one does.
     */
    public static Optional<Contradiction> contradictionIn(List<Operation> history) {
        Optional<Contradiction> twice = lockAcquiredTwice(history);
        if (twice.isPresent()) {
            return twice;
        }
        LockModel model = LockModel.of(history);
        if (new LinearizationSearch(model, history, Operation.NEVER - 1).succeeds()) {
            return Optional.empty();
        }
        List<Operation> answered = history.stream()
                .filter(operation -> operation.response() != Operation.NEVER)
                .sorted(Comparator.comparingLong(Operation::response))
                .toList();
        int explained = 0;
        int contradictory = answered.size();
        while (contradictory - explained > 1) {
            int middle = (explained + contradictory) >>> 1;
            long until = answered.get(middle - 1).response();
            if (new LinearizationSearch(model, history, until).succeeds()) {
                explained = middle;
            } else {
                contradictory = middle;
            }
        }
        return Optional.of(contradiction(model, history, answered.get(contradictory - 1)));
    }

    private static Contradiction contradiction(LockModel model, List<Operation> history, Operation first) {
        LinearizationSearch search = new LinearizationSearch(model, history, first.response());
        search.succeeds();
        List<Operation> left = new ArrayList<>(history);
        left.removeAll(search.longest().stream().map(Step::operation).toList());
        left.removeIf(operation -> operation.invocation() > first.response());
        return new Contradiction("No order explains " + first, search.longest(), left);
    }

    private static Optional<Contradiction> lockAcquiredTwice(List<Operation> history) {
        Map<LockId, Operation> acquired = new HashMap<>();
        for (Operation operation : history) {
            if (operation.answer() instanceof Acquired lock) {
                Operation other = acquired.put(lock.lock(), operation);
                if (other != null) {
                    return Optional.of(of("One lock was acquired twice: " + other + " and " + operation));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Where the revisions of operations, on any records of one store, do not rise along with time: two changes have one
     * revision, or a change has a lower one than another that was answered when it was asked for.
     */
    public static Optional<Contradiction> contradictionInRevisions(List<Operation> history) {
        List<Operation> changes = history.stream()
                .filter(operation -> !revision(operation).equals(Revision.NONE))
                .sorted(Comparator.comparing(Linearizability::revision))
                .toList();
        Operation latestAsked = null;
        for (int i = 0; i < changes.size(); i++) {
            Operation change = changes.get(i);
            if (i > 0 && revision(change).equals(revision(changes.get(i - 1)))) {
                return Optional.of(of("One revision of two changes: " + changes.get(i - 1) + " and " + change));
            }
            if (latestAsked != null && change.precedes(latestAsked)) {
                return Optional.of(of("A revision fell: " + change + ", and later " + latestAsked));
            }
            if (latestAsked == null || latestAsked.invocation() < change.invocation()) {
                latestAsked = change;
            }
        }
        return Optional.empty();
    }

    private static Revision revision(Operation operation) {
        Answer answer = operation.answer();
        return answer == null ? Revision.NONE : answer.revision();
    }

    private static Contradiction of(String what) {
        return new Contradiction(what, List.of(), List.of());
    }
}
