package dev.lockkeeper.adapter.persistence.decision;

import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** Active locks by module and record, {@linkplain PackedLock packed}. Not for several threads at once. */
final class LockTable {

    private final Long2ObjectHashMap<Long2ObjectHashMap<byte[]>> modules = new Long2ObjectHashMap<>();
    private long size;

    byte @Nullable [] get(long module, long record) {
        Long2ObjectHashMap<byte[]> locks = modules.get(module);
        return locks == null ? null : locks.get(record);
    }

    /**
     * Gives a record this lock, and no other.
     *
     * @param packed null when it has none
     */
    void set(long module, long record, byte @Nullable [] packed) {
        Long2ObjectHashMap<byte[]> locks = modules.computeIfAbsent(module, _ -> new Long2ObjectHashMap<>());
        byte[] before = packed == null ? locks.remove(record) : locks.put(record, packed);
        size += (packed == null ? 0 : 1) - (before == null ? 0 : 1);
    }

    long size() {
        return size;
    }
}
