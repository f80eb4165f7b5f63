package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Locale;

/** A row of {@code locking_configuration}. */
@MappedEntity("locking_configuration")
record ConfigurationRow(@Id long id, long moduleId, String lockType) {

    LockingConfiguration toDomain() {
        return new LockingConfiguration(
                new ConfigurationId(id), new ModuleId(moduleId), LockType.valueOf(lockType.toUpperCase(Locale.ROOT)));
    }
}
