package dev.lockkeeper.bootstrap.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What was measured, as a table like those of docs/benchmarks.md. */
final class Figures {

    private static final String NOTHING = "–";

    private final List<String> lines = new ArrayList<>(List.of("| what | measured | wanted |", "| --- | --- | --- |"));

    /** Something that nothing in particular is wanted of. */
    void add(String what, String measured) {
        add(what, measured, NOTHING);
    }

    void add(String what, String measured, String wanted) {
        lines.add("| %s | %s | %s |".formatted(what, measured, wanted));
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream()
                .sorted(Comparator.naturalOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
