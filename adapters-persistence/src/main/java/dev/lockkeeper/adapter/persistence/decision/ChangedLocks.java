package dev.lockkeeper.adapter.persistence.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.agrona.collections.LongArrayList;
import org.jspecify.annotations.Nullable;

/** How some records stand: their locks, {@linkplain PackedLock packed}, and that others have none. */
final class ChangedLocks {

    private final LongArrayList modules = new LongArrayList();
    private final LongArrayList records = new LongArrayList();
    private final List<byte @Nullable []> locks = new ArrayList<>();
    private final LongArrayList owners = new LongArrayList();
    private long revisions;

    /**
     * Adds a record.
     *
     * @param lock null when it has none
     * @param owner of the person's part; null when there is none
     * @param changes how many revisions are changes of it
     */
    void add(long module, long record, byte @Nullable [] lock, @Nullable Long owner, long changes) {
        revisions += changes;
        modules.addLong(module);
        records.addLong(record);
        locks.add(lock);
        if (owner != null) {
            owners.addLong(owner);
        }
    }

    void applyTo(LockTable table) {
        for (int i = 0; i < locks.size(); i++) {
            table.set(modules.getLong(i), records.getLong(i), locks.get(i));
        }
    }

    /** How many revisions have changed them. */
    long revisions() {
        return revisions;
    }

    /** Whether all owners are like this. */
    boolean ownersAre(LongPredicate like) {
        return owners.longStream().allMatch(like);
    }
}
