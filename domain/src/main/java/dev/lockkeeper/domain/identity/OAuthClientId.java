package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.CrmId;
import java.util.Optional;
import java.util.OptionalLong;

/** The id of an OAuth client: the {@code client_id} that it sends along with its secret. */
public record OAuthClientId(long value) {

    public OAuthClientId {
        CrmId.requirePositive(value);
    }

    /** The id that a caller wrote, or empty when it is none. */
    public static Optional<OAuthClientId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new OAuthClientId(id.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
