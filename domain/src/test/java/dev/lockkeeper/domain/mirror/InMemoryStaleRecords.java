package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link StaleRecords} in memory. */
public final class InMemoryStaleRecords implements StaleRecords {

    private static final Instant NOT_HELD = Instant.MIN;

    /**
     * A record that was noted.
     *
     * @param taken by which batch at last; 0 when by none
     * @param again whether it was noted again since
     */
    private record Noted(long taken, Instant heldUntil, boolean again) {}

    private final InstantSource clock;
    private final Map<RecordKey, Noted> records = new LinkedHashMap<>();
    private long lastBatch;

    /** @param clock by which leases pass */
    public InMemoryStaleRecords(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void note(ModuleId module, Collection<RecordId> noted) {
        for (RecordId record : noted) {
            records.merge(
                    new RecordKey(module, record),
                    new Noted(0, NOT_HELD, false),
                    (before, _) -> new Noted(before.taken(), before.heldUntil(), true));
        }
    }

    @Override
    public synchronized Optional<Batch> take(int limit, Duration lease) {
        Instant now = clock.instant();
        List<RecordKey> free = records.entrySet().stream()
                .filter(entry -> !entry.getValue().heldUntil().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        ModuleId module = free.getFirst().module();
        long batch = ++lastBatch;
        List<RecordKey> taken = free.stream()
                .filter(key -> key.module().equals(module))
                .limit(limit)
                .toList();
        taken.forEach(key -> records.put(key, new Noted(batch, now.plus(lease), false)));
        return Optional.of(
                new Batch(module, taken.stream().map(RecordKey::record).toList(), batch));
    }

    @Override
    public synchronized void looked(Batch batch) {
        for (RecordId record : batch.records()) {
            records.computeIfPresent(new RecordKey(batch.module(), record), (_, noted) -> {
                if (noted.taken() != batch.taken()) {
                    return noted;
                }
                return noted.again() ? new Noted(noted.taken(), NOT_HELD, false) : null;
            });
        }
    }

    @Override
    public synchronized long count() {
        return records.size();
    }
}
