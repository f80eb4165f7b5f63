package dev.lockkeeper.domain.identity;

import dev.lockkeeper.domain.catalog.CrmId;
import java.util.Optional;
import java.util.OptionalLong;

/** The id of an access token, by which it is listed and revoked; it lets nobody in. */
public record TokenId(long value) {

    public TokenId {
        CrmId.requirePositive(value);
    }

    /** The id that a caller wrote, or empty when it is none. */
    public static Optional<TokenId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new TokenId(id.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
