package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;

/** How the records of one module may be locked. A module has at most one; without one its records cannot be locked. */
public record LockingConfiguration(ConfigurationId id, ModuleId module, LockType lockType) {}
