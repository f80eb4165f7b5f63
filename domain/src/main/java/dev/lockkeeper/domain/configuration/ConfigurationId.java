package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.CrmId;

/** The id of a record locking configuration. */
public record ConfigurationId(long value) {

    public ConfigurationId {
        CrmId.requirePositive(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
