package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;

class InMemoryConfigurationsTest implements ConfigurationsContract {

    private final InMemoryConfigurations configurations = new InMemoryConfigurations();
    private long modules;

    @Override
    public Configurations configurations() {
        return configurations;
    }

    @Override
    public LockingConfiguration given(LockType lockType) {
        return configurations.add(moduleWithout(), lockType);
    }

    @Override
    public ModuleId moduleWithout() {
        return new ModuleId(++modules);
    }
}
