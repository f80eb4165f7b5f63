package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.CrmId;
import java.util.Optional;
import java.util.OptionalLong;

/** The id of a user. */
public record UserId(long value) {

    public UserId {
        CrmId.requirePositive(value);
    }

    /** The id that a caller wrote, or empty when it is none. */
    public static Optional<UserId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new UserId(id.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
