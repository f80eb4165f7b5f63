package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.CrmId;

/** The id of a profile. */
public record ProfileId(long value) {

    public ProfileId {
        CrmId.requirePositive(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
