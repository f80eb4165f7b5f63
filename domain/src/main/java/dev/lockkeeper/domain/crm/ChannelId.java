package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.catalog.CrmId;
import java.util.Optional;
import java.util.OptionalLong;

/** The id of a channel for the CRM's messages. */
public record ChannelId(long value) {

    public ChannelId {
        CrmId.requirePositive(value);
    }

    /** The id that a message names, or empty when it is none. */
    public static Optional<ChannelId> parse(String text) {
        OptionalLong id = CrmId.parse(text);
        return id.isPresent() ? Optional.of(new ChannelId(id.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
