package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.CommittedLocks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
    private long last;

    /** What was committed. */
    static ChangedLocks of(List<CommittedLocks.Standing> standings) {
        ChangedLocks changed = new ChangedLocks();
        standings.forEach(standing -> {
            CommittedLocks.Held held = standing.held();
            changed.add(
                    standing.module(),
                    standing.record(),
                    held == null ? null : PackedLock.pack(held),
                    held == null ? null : held.owner());
        });
        return changed;
    }

    /**
     * Adds a record.
     *
     * @param lock null when it has none
     * @param owner of the person's part; null when there is none
     */
    void add(long module, long record, byte @Nullable [] lock, @Nullable Long owner) {
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

    /** Counts so many changes of a record, of which the last one has this revision. */
    void count(long changes, long revision) {
        revisions += changes;
        last = Math.max(last, revision);
    }

    /**
     * Up to which revision they have been read: the last one where they follow each other.
     *
     * @param after the revision before them
     * @return empty when the history lacks some, and what has changed cannot be told by it
     */
    OptionalLong reached(long after) {
        return revisions == 0 || last == after + revisions ? OptionalLong.of(after + revisions) : OptionalLong.empty();
    }

    /** Whether all owners are like this. */
    boolean ownersAre(LongPredicate like) {
        return owners.longStream().allMatch(like);
    }
}
