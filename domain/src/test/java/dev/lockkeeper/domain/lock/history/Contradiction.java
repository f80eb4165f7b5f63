package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.history.LinearizationSearch.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a history is none of a record's lock.
 *
 * @param what in a sentence
 * @param explained the longest order of operations that explains what it has of the answers
 * @param left the operations that cannot all come after those
 */
public record Contradiction(String what, List<Step> explained, List<Operation> left) {

    private static final int SHOWN = 12;

    @Override
    public String toString() {
        if (left.isEmpty()) {
            return what;
        }
        List<Step> last = explained.subList(Math.max(0, explained.size() - SHOWN), explained.size());
        return what + "\n  these explain each other, the last " + last.size() + " of " + explained.size() + ":"
                + last.stream()
                        .map(step -> "\n    " + step.operation() + "   then: " + step.after())
                        .collect(Collectors.joining())
                + "\n  and these cannot all come after them:"
                + left.stream().map(operation -> "\n    " + operation).collect(Collectors.joining());
    }
}
