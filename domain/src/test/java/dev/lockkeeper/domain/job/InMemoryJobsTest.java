package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;

class InMemoryJobsTest implements JobsContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public Jobs jobs() {
        return store().jobs();
    }
}
