package dev.lockkeeper.domain.lock;

class InMemoryQueuedLocksTest implements QueuedLocksContract {

    private final InMemoryLocksTest locks = new InMemoryLocksTest();
    private final QueuedLocks queuedLocks = new InMemoryQueuedLocks(locks.locks());

    @Override
    public QueuedLocks queuedLocks() {
        return queuedLocks;
    }

    @Override
    public LocksFixture given() {
        return locks.given();
    }
}
