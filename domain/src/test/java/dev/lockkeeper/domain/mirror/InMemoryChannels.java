package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.crm.ChannelId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Channels} in memory, with the tokens as they are. */
public final class InMemoryChannels implements Channels {

    private record Kept(OpenChannel channel, String token, boolean opened) {

        boolean isThere(Instant now) {
            return channel.expiresAt().isAfter(now);
        }
    }

    private final Map<ChannelId, Kept> channels = new HashMap<>();
    private long lastId;

    @Override
    public synchronized ChannelId newId() {
        return new ChannelId(++lastId);
    }

    @Override
    public synchronized void keep(OpenChannel channel, String token) {
        OpenChannel kept = new OpenChannel(
                channel.id(), channel.module(), channel.expiresAt().truncatedTo(ChronoUnit.MICROS));
        channels.put(channel.id(), new Kept(kept, token, false));
    }

    @Override
    public synchronized void drop(ChannelId channel) {
        channels.remove(channel);
    }

    @Override
    public synchronized void opened(ChannelId channel) {
        channels.computeIfPresent(channel, (_, kept) -> new Kept(kept.channel(), kept.token(), true));
    }

    @Override
    public synchronized List<OpenChannel> list(Instant now) {
        return channels.values().stream()
                .filter(kept -> kept.opened() && kept.isThere(now))
                .map(Kept::channel)
                .sorted(Comparator.comparing(OpenChannel::expiresAt).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<OpenChannel> find(ChannelId channel, String token, Instant now) {
        return Optional.ofNullable(channels.get(channel))
                .filter(kept -> kept.isThere(now) && kept.token().equals(token))
                .map(Kept::channel);
    }

    @Override
    public synchronized int forgetExpired(Instant before) {
        int all = channels.size();
        channels.values().removeIf(kept -> kept.channel().expiresAt().isBefore(before));
        return all - channels.size();
    }
}
