package dev.lockkeeper.adapter.rest.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers 503 in place of a call that takes too long, counted from the last byte of its request, and closes the
 * connection. What the call does goes on, so that the answer to a change has to say that it may yet happen; what the call
 * would have answered is dropped.
 */
final class AnswerDeadline extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDeadline.class);

    /** A request that has arrived, and when; its answer has not begun. */
    private record Waiting(HttpRequest request, long since) {}

    private final Duration limit;
    private final DirectAnswers answers;
    private final ConnectionCounts counts;
    /** The request whose body is not complete, unless it was answered already. */
    private @Nullable HttpRequest arriving;

    private final Queue<Waiting> waiting = new ArrayDeque<>(1);
    private @Nullable Future<?> check;

    /** Whether the last answer was given in place of the service's. */
    private boolean over;

    AnswerDeadline(Duration limit, DirectAnswers answers, ConnectionCounts counts) {
        this.limit = limit;
        this.answers = answers;
        this.counts = counts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            arriving = request;
        }
        if (message instanceof LastHttpContent && arriving != null) {
            waiting.add(new Waiting(arriving, now(context)));
            arriving = null;
            if (check == null) {
                checkIn(limit.toNanos(), context);
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (over) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ChannelException("Answered late"));
            return;
        }
        // "100 Continue" is no answer yet.
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            answered();
        }
        ChannelFuture _ = context.write(message, promise); // Whose promise it is learns of the outcome.
    }

    /** Answers come in the order of the requests; the last of them may be refused before its body has arrived. */
    private void answered() {
        if (waiting.poll() == null) {
            arriving = null;
        }
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

    /** One timer a connection, which looks for the oldest request that waits. */
    private void check(ChannelHandlerContext context) {
        check = null;
        Waiting oldest = waiting.peek();
        if (oldest == null) {
            return;
        }
        long left = limit.toNanos() - (now(context) - oldest.since());
        if (left > 0) {
            checkIn(left, context);
        } else {
            counts.cutWithoutAnswer();
            LOG.warn(
                    "A {} got no answer in {} and was answered 503",
                    oldest.request().method(),
                    limit);
            context.writeAndFlush(answers.late(oldest.request())).addListener(ChannelFutureListener.CLOSE);
            waiting.clear();
            over = true;
        }
    }
}
