package dev.lockkeeper.adapter.zoho.crm;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many calls of each kind ended how. */
final class Counts {

    private final Map<CallKind, Map<CallResult, LongAdder>> counters = new EnumMap<>(CallKind.class);

    Counts() {
        for (CallKind kind : CallKind.values()) {
            Map<CallResult, LongAdder> results = new EnumMap<>(CallResult.class);
            for (CallResult result : CallResult.values()) {
                results.put(result, new LongAdder());
            }
            counters.put(kind, results);
        }
    }

    void add(CallKind kind, CallResult result) {
        Map<CallResult, LongAdder> results = counters.get(kind);
        LongAdder counter = results == null ? null : results.get(result);
        if (counter == null) {
            throw new IllegalStateException("Every kind and result is counted");
        }
        counter.increment();
    }

    Map<CallKind, Map<CallResult, Long>> all() {
        Map<CallKind, Map<CallResult, Long>> all = new EnumMap<>(CallKind.class);
        counters.forEach((kind, results) -> {
            Map<CallResult, Long> sums = new EnumMap<>(CallResult.class);
            results.forEach((result, counter) -> sums.put(result, counter.sum()));
            all.put(kind, Map.copyOf(sums));
        });
        return all;
    }
}
