package dev.lockkeeper.domain.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link CrmUse} in memory. */
public final class InMemoryCrmUse implements CrmUse {

    private final Map<String, Instant> processes = new HashMap<>();
    private final Map<Instant, Long> callsOfHour = new HashMap<>();
    private @Nullable CommonConcurrency concurrency;

    @Override
    public synchronized Share report(Report report) {
        Instant at = report.at();
        CommonConcurrency before = concurrency == null ? CommonConcurrency.first(report.most()) : concurrency;
        CommonConcurrency after = before.after(report);
        concurrency = after;
        processes.put(report.process(), at);
        processes.values().removeIf(reported -> !reported.isAfter(at.minus(ABSENT_AFTER)));
        callsOfHour.merge(at.truncatedTo(ChronoUnit.HOURS), report.calls(), Long::sum);
        // An hour counts as long as any of it is within the day.
        callsOfHour.keySet().removeIf(hour -> !hour.plus(Duration.ofHours(1)).isAfter(at.minus(DAY)));
        long calls = callsOfHour.values().stream().mapToLong(Long::longValue).sum();
        return new Share(after.value(), processes.size(), calls);
    }

    @Override
    public synchronized void leave(String process) {
        processes.remove(process);
    }
}
