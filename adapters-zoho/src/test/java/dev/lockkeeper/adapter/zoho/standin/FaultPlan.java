package dev.lockkeeper.adapter.zoho.standin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which call is befallen by what. */
final class FaultPlan {

    private record Planned(Predicate<String> calls, Fault fault) {}

    private final List<Planned> planned = new ArrayList<>();
    private List<Fault> drawn = List.of();
    private double probability;
    private Random random = new Random(0);

    synchronized void next(Predicate<String> calls, List<Fault> faults) {
        faults.forEach(fault -> planned.add(new Planned(calls, fault)));
    }

    synchronized void draw(long seed, double each, Set<Fault> faults) {
        random = new Random(seed);
        probability = each;
        drawn = faults.stream().sorted().toList();
    }

    /** What befalls this call; null when nothing does. */
    synchronized @Nullable Fault of(String call) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.calls().test(call)) {
                all.remove();
                return next.fault();
            }
        }
        return !drawn.isEmpty() && random.nextDouble() < probability ? drawn.get(random.nextInt(drawn.size())) : null;
    }
}
