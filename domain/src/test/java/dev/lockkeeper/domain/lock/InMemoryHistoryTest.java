package dev.lockkeeper.domain.lock;

class InMemoryHistoryTest implements HistoryContract {

    private final InMemoryLocksTest store = new InMemoryLocksTest();
    private final History history = new InMemoryHistory((InMemoryLocks) store.locks(), HistoryContract.LONG_AGO);

    @Override
    public History history() {
        return history;
    }

    @Override
    public Locks locks() {
        return store.locks();
    }

    @Override
    public LocksFixture given() {
        return store;
    }
}
