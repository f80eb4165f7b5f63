package dev.lockkeeper.adapter.rest.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Closes connections beyond the limit as they come, before anything is made for them; those that are open go on. */
final class MostConnections extends ChannelInboundHandlerAdapter {

    private final int most;
    private final ConnectionCounts counts;

    MostConnections(int most, ConnectionCounts counts) {
        this.most = most;
        this.counts = counts;
    }

    /** What a listening socket reads is connections. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel connection = (Channel) message;
        if (counts.opened(most)) {
            connection.closeFuture().addListener((ChannelFutureListener) _ -> counts.closed());
            context.fireChannelRead(connection);
        } else {
            connection.unsafe().closeForcibly();
        }
    }
}
