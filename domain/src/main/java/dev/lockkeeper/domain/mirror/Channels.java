package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.crm.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The channels over which the CRM tells of its records: driven port. A store keeps the SHA-256 hashes of their tokens,
 * never the tokens. Every method is one atomic step, durable when it is answered. Throws {@link
 * dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Channels {

    /** An id that no channel has had. */
    ChannelId newId();

    /** Keeps a channel, before the CRM hears of it: its first message may come at once. */
    void keep(OpenChannel channel, String token);

    /** The CRM did not open this channel. */
    void drop(ChannelId channel);

    /** Notes that the CRM has opened this channel. */
    void opened(ChannelId channel);

    /** The channels that the CRM has opened and that have not expired, those that expire last first. */
    List<OpenChannel> list(Instant now);

    /**
     * The channel of this id, if this is its token; compared in constant time. Also a channel that the CRM has not been
     * heard to have opened; not one that has expired.
     */
    Optional<OpenChannel> find(ChannelId channel, String token, Instant now);

    /**
     * Forgets channels that expired before this.
     *
     * @return how many
     */
    int forgetExpired(Instant before);
}
