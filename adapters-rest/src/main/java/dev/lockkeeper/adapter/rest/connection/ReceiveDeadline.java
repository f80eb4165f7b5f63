package dev.lockkeeper.adapter.rest.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request takes too long to arrive, counted from its first byte to its last, so that a byte now
 * and then does not keep it open. Between requests a connection may be idle for longer.
 *
 * <p>It stands on the side of the bytes, and {@link #end()} on the other side of the codec. Time in which the service
 * itself does not want to read is not counted. A request that arrives in one piece costs no timer.
 */
final class ReceiveDeadline extends ChannelDuplexHandler {

    private final long limit;
    private final ConnectionCounts counts;
    private final End end = new End();

    private boolean receiving;
    private boolean wantsMore;
    private long began;
    private @Nullable Future<?> check;

    ReceiveDeadline(Duration limit, ConnectionCounts counts) {
        this.limit = limit.toNanos();
        this.counts = counts;
    }

    /** Where requests come out of the codec. */
    ChannelHandler end() {
        return end;
    }

    /** Whether a request has begun to arrive and has not ended. */
    boolean isReceiving() {
        return receiving;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!receiving) {
            receiving = true;
            began = now(context);
        }
        context.fireChannelRead(bytes);
        if (receiving && check == null) {
            checkIn(limit, context);
        }
    }

    @Override
    public void read(ChannelHandlerContext context) {
        wantsMore = true;
        context.read();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        wantsMore = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }

    private void checkIn(long nanos, ChannelHandlerContext context) {
        check = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        check = null;
        if (!receiving) {
            return;
        }
        if (!wantsMore) {
            began = now(context);
        }
        long left = limit - (now(context) - began);
        if (left > 0) {
            checkIn(left, context);
        } else {
            receiving = false;
            counts.cutWhileReceiving();
            ChannelFuture _ = context.close();
        }
    }

    private final class End extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            // What follows something that is no request is none either.
            if (message instanceof LastHttpContent last && last.decoderResult().isSuccess()) {
                receiving = false;
            }
            context.fireChannelRead(message);
        }
    }
}
