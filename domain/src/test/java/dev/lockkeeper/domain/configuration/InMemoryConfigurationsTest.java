package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;

class InMemoryConfigurationsTest implements ConfigurationsContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public Configurations configurations() {
        return store().configurations();
    }
}
