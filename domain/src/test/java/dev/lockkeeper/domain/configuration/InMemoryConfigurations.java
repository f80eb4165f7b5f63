package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** {@link Configurations} in memory. */
public final class InMemoryConfigurations implements Configurations {

    private final AtomicLong ids = new AtomicLong(1_777_000_000_002_000_000L);
    private final Map<ModuleId, LockingConfiguration> byModule = new ConcurrentHashMap<>();

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return Optional.ofNullable(byModule.get(module));
    }

    public boolean contains(ConfigurationId id) {
        return byModule.values().stream()
                .anyMatch(configuration -> configuration.id().equals(id));
    }

    public LockingConfiguration add(ModuleId module, LockType lockType) {
        LockingConfiguration configuration =
                new LockingConfiguration(new ConfigurationId(ids.incrementAndGet()), module, lockType);
        byModule.put(module, configuration);
        return configuration;
    }

    public void remove(ModuleId module) {
        byModule.remove(module);
    }
}
