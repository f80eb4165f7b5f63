package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.CrmId;

/** The id of a record locking rule. */
public record RuleId(long value) {

    public RuleId {
        CrmId.requirePositive(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
