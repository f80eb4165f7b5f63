package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.catalog.CrmId;
import java.util.Optional;
import java.util.OptionalLong;

/** The id of a CRM record. */
public record RecordId(long value) {

    public RecordId {
        CrmId.requirePositive(value);
    }

    /** The id that a caller wrote, or empty when it is none. */
    public static Optional<RecordId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new RecordId(id.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
