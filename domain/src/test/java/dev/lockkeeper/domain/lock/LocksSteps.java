package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import java.util.List;
import java.util.Optional;

/** What the contracts of {@link Locks} do again and again. */
record LocksSteps(Locks locks, LocksFixture given) {

    static NewLock manual(RecordKey key, LockingConfiguration configuration, User owner) {
        return new NewLock(
                key, new Manual(owner.ref(), LocksContract.REASON), configuration.rulesVersion(), LocksContract.NOON);
    }

    static Optional<RecordLock> find(Locks locks, RecordKey key) {
        return locks.find(key).map(LockedRecord::lock);
    }

    static List<RecordLock> search(Locks locks, LockSearch search) {
        return locks.search(search).stream().map(LockedRecord::lock).toList();
    }

    static ManualChange by(User user, RecordLock lock) {
        return new ManualChange(lock.key(), lock.id(), user, LocksContract.NOON.plusSeconds(60));
    }

    RecordLock locked(RecordKey key, LockingConfiguration configuration, LockOrigin origin) {
        return ((Acquired) locks.acquire(new NewLock(key, origin, configuration.rulesVersion(), LocksContract.NOON)))
                .lock();
    }

    RecordLock lockedBy(User owner) {
        LockingConfiguration configuration = given.configuration();
        return locked(given.record(configuration), configuration, new Manual(owner.ref(), LocksContract.REASON));
    }

    List<LockEvent> history(RecordLock lock) {
        return locks.history(lock.key(), Revision.NONE, 100);
    }
}
