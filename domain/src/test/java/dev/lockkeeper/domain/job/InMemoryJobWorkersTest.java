package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;

class InMemoryJobWorkersTest implements JobWorkersContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public JobWorkers workers() {
        return new InMemoryJobWorkers(store.jobs());
    }
}
