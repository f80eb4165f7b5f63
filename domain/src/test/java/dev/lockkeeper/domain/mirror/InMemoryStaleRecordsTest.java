package dev.lockkeeper.domain.mirror;

import java.time.InstantSource;

class InMemoryStaleRecordsTest implements StaleRecordsContract {

    private final InMemoryStaleRecords stale = new InMemoryStaleRecords(InstantSource.system());

    @Override
    public StaleRecords stale() {
        return stale;
    }
}
