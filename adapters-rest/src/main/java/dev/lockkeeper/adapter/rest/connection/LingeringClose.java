package dev.lockkeeper.adapter.rest.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose other end is still sending so that it can read why: what it sends is dropped for a while. To
 * close at once would have the kernel reset the connection, and the answer be lost with it (RFC 9112, section 9.6).
 */
final class LingeringClose extends ChannelDuplexHandler {

    /** Long enough for an answer to get anywhere, and short enough to be of no use to whoever wants to stay. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final ReceiveDeadline receive;
    private boolean lingering;

    LingeringClose(ReceiveDeadline receive) {
        this.receive = receive;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!lingering && receive.isReceiving() && context.channel() instanceof DuplexChannel connection) {
            lingering = true;
            connection.shutdownOutput().addListener((ChannelFutureListener) _ -> dropTheRest(context, promise));
        } else {
            ChannelFuture _ = context.close(promise);
        }
    }

    private static void dropTheRest(ChannelHandlerContext context, ChannelPromise promise) {
        context.channel().config().setAutoRead(true);
        Runnable close = () -> {
            ChannelFuture _ = context.close();
        };
        Future<?> end = context.executor().schedule(close, LONGEST.toNanos(), TimeUnit.NANOSECONDS);
        context.channel().closeFuture().addListener((ChannelFutureListener) _ -> {
            end.cancel(false);
            promise.trySuccess();
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (lingering) {
            ReferenceCountUtil.release(bytes);
        } else {
            context.fireChannelRead(bytes);
        }
    }
}
