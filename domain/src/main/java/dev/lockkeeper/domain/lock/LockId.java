package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.catalog.CrmId;
import java.util.Optional;
import java.util.OptionalLong;

/** The id of a lock: of a record of Zoho's module {@code Locking_Information__s}. */
public record LockId(long value) {

    public LockId {
        CrmId.requirePositive(value);
    }

    /** The id that a caller wrote, or empty when it is none. */
    public static Optional<LockId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new LockId(id.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
