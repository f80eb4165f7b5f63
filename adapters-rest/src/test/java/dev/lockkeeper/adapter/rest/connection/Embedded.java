package dev.lockkeeper.adapter.rest.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection in memory, whose clock stands still unless the test moves it, and the counts of what was cut off. */
final class Embedded {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    final ConnectionCounts counts = new ConnectionCounts(meters);

    EmbeddedChannel channel(ChannelHandler... handlers) {
        EmbeddedChannel channel = new EmbeddedChannel(handlers);
        channel.freezeTime();
        return channel;
    }

    double cut(String reason) {
        return meters.get("lockkeeper.connections.cut")
                .tag("reason", reason)
                .counter()
                .count();
    }

    double open() {
        return meters.get("lockkeeper.connections.open").gauge().value();
    }

    static void receive(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    /** What was sent, or nothing. */
    static String sent(EmbeddedChannel channel) {
        StringBuilder text = new StringBuilder();
        for (Object next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            text.append(((ByteBuf) next).toString(StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    static void pass(EmbeddedChannel channel, Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
