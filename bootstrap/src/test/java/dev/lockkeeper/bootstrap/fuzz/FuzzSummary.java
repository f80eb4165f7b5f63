package dev.lockkeeper.bootstrap.fuzz;

import dev.lockkeeper.bootstrap.document.ApiDocument;
import dev.lockkeeper.bootstrap.document.Exchange;
import dev.lockkeeper.bootstrap.document.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** How often each call was answered how, and the first exchange of each kind that should not have been. */
public final class FuzzSummary {

    private static final String ELSEWHERE = "elsewhere";

    private final Map<String, Map<Integer, Integer>> answers = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    FuzzSummary(ApiDocument document) {
        document.operations().forEach(operation -> answers.put(operation.id(), new TreeMap<>()));
        answers.put(ELSEWHERE, new TreeMap<>());
    }

    void answered(Optional<Operation> operation, int status) {
        answers.computeIfAbsent(operation.map(Operation::id).orElse(ELSEWHERE), _ -> new TreeMap<>())
                .merge(status, 1, Integer::sum);
    }

    void fault(Optional<Operation> operation, String what, Exchange exchange) {
        fault(
                operation.map(Operation::id).orElse(ELSEWHERE) + " " + exchange.status() + ": " + what,
                exchange.toString());
    }

    void fault(String what, String exchange) {
        faults.putIfAbsent(what, exchange);
    }

    /** Whether a call was both accepted and refused by now. */
    boolean isComplete(Operation operation) {
        Map<Integer, Integer> byStatus = answers.getOrDefault(operation.id(), Map.of());
        return any(byStatus, status -> status < 300) && any(byStatus, status -> status >= 400);
    }

    /** What should not have been, each with an example. */
    public List<String> faults() {
        return faults.entrySet().stream()
                .map(fault -> "%n%n%s%n%s".formatted(fault.getKey(), fault.getValue()))
                .toList();
    }

    public int requests() {
        return answers.values().stream()
                .flatMap(byStatus -> byStatus.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The calls that never were answered with success. */
    public List<String> neverAccepted() {
        return without(status -> status < 300);
    }

    /** The calls that never were refused. */
    public List<String> neverRefused() {
        return without(status -> status >= 400);
    }

    private List<String> without(IntPredicate status) {
        return answers.entrySet().stream()
                .filter(call -> !call.getKey().equals(ELSEWHERE))
                .filter(call -> !any(call.getValue(), status))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean any(Map<Integer, Integer> byStatus, IntPredicate status) {
        return byStatus.keySet().stream().anyMatch(status::test);
    }

    /** A line a call. */
    @Override
    public String toString() {
        return answers.entrySet().stream()
                .map(call -> "%-32s %s".formatted(call.getKey(), call.getValue()))
                .collect(Collectors.joining("\n", requests() + " requests\n", ""));
    }
}
