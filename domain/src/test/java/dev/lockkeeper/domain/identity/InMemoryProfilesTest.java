package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesStore;

class InMemoryProfilesTest implements ProfilesContract {

    private final InMemoryRulesStore store = new InMemoryRulesStore();

    @Override
    public RulesStore store() {
        return store;
    }

    @Override
    public Profiles profiles() {
        return store().profiles();
    }
}
