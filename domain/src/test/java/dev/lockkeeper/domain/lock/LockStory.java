package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the history of one record must read like, whoever changed its locks at once. */
public final class LockStory {

    private LockStory() {}

    /** The whole history of a record, found to be one story that ends with the lock that the record has. */
    public static List<LockEvent> of(Locks locks, RecordKey key) {
        List<LockEvent> history = locks.history(key, Revision.NONE, 100_000);
        Optional<LockId> lock = locks.find(key).map(found -> found.lock().id());
        assertThat(history).isSortedAccordingTo(Comparator.comparing(LockEvent::revision));
        assertThat(history).extracting(LockEvent::revision).doesNotHaveDuplicates();
        assertThat(lockAfter(history)).as("lock after history %s", history).isEqualTo(lock);
        return history;
    }

    private static Optional<LockId> lockAfter(List<LockEvent> history) {
        Optional<LockId> current = Optional.empty();
        for (LockEvent event : history) {
            if (event.kind() == LockEvent.Kind.LOCKED) {
                assertThat(current).as("locked twice in %s", history).isEmpty();
            } else {
                assertThat(current).as("lock of %s in %s", event, history).contains(event.lock());
            }
            current = event.kind() == LockEvent.Kind.UNLOCKED ? Optional.empty() : Optional.of(event.lock());
        }
        return current;
    }
}
