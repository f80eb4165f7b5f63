package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link Configurations} on PostgreSQL. */
@Singleton
final class JdbcConfigurations implements Configurations {

    private final Database database;
    private final ConfigurationRepository repository;

    JdbcConfigurations(Database database, ConfigurationRepository repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return database.ask(() -> repository.findByModuleId(module.value())).map(ConfigurationRow::toDomain);
    }
}
