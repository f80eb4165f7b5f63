package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.crm.RecordAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which call is befallen by what. */
final class FaultPlan {

    private record Planned(Predicate<String> calls, Fault fault) {}

    private final List<Planned> planned = new ArrayList<>();
    private final Map<RecordAddress, Deque<Fault>> plannedOfRecords = new HashMap<>();
    private final Map<Fault, Integer> befallen = new EnumMap<>(Fault.class);
    private List<Fault> drawn = List.of();
    private double probability;
    private Random random = new Random(0);

    synchronized void next(Predicate<String> calls, List<Fault> faults) {
        faults.forEach(fault -> planned.add(new Planned(calls, fault)));
    }

    synchronized void next(RecordAddress record, List<Fault> faults) {
        plannedOfRecords.computeIfAbsent(record, _ -> new ArrayDeque<>()).addAll(faults);
    }

    synchronized void draw(long seed, double each, Set<Fault> faults) {
        random = new Random(seed);
        probability = each;
        drawn = faults.stream().sorted().toList();
    }

    synchronized void clear() {
        planned.clear();
        plannedOfRecords.clear();
        drawn = List.of();
    }

    /**
     * What befalls this call; null when nothing does.
     *
     * @param record whose lock the call is about; null when it is about none
     */
    synchronized @Nullable Fault of(String call, @Nullable RecordAddress record) {
        Fault fault = find(call, record);
        if (fault != null) {
            befallen.merge(fault, 1, Integer::sum);
        }
        return fault;
    }

    private @Nullable Fault find(String call, @Nullable RecordAddress record) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.calls().test(call)) {
                all.remove();
                return next.fault();
            }
        }
        Deque<Fault> ofRecord = record == null ? null : plannedOfRecords.get(record);
        if (ofRecord != null && !ofRecord.isEmpty()) {
            return ofRecord.poll();
        }
        return !drawn.isEmpty() && random.nextDouble() < probability ? drawn.get(random.nextInt(drawn.size())) : null;
    }

    /** How many calls each fault has befallen. */
    synchronized Map<Fault, Integer> befallen() {
        return Map.copyOf(befallen);
    }
}
