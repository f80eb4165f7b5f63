package dev.lockkeeper.adapter.rest.connection;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection whose other end does not take an answer in time, be it that it reads nothing or too slowly. */
final class SendDeadline extends WriteTimeoutHandler {

    private final ConnectionCounts counts;

    SendDeadline(Duration limit, ConnectionCounts counts) {
        super(limit.toNanos(), TimeUnit.NANOSECONDS);
        this.counts = counts;
    }

    /** Without the exception that Netty would have everybody hear of. */
    @Override
    protected void writeTimedOut(ChannelHandlerContext context) {
        if (context.channel().isOpen()) {
            counts.cutWhileSending();
            ChannelFuture _ = context.close();
        }
    }
}
