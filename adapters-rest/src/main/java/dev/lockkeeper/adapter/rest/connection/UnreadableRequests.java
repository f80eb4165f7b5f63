package dev.lockkeeper.adapter.rest.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers 400 to what is no request of HTTP, such as one with too long a header or a target that is no URI, and closes the
 * connection, since nobody can tell where the next request begins (RFC 9112, section 2.2). The server itself takes some
 * of these for requests without a token, or would leave the connection open and never read from it again.
 */
final class UnreadableRequests extends ChannelDuplexHandler {

    private final DirectAnswers answers;

    /** Requests passed on whose answers have not ended; answers keep the order of their requests. */
    private int unanswered;

    private @Nullable HttpRequest unreadable;

    /** Whether the body that came last is cut off by something that is none. */
    private boolean broken;

    UnreadableRequests(DirectAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (unreadable != null) {
            ReferenceCountUtil.release(message);
        } else if (!(message instanceof HttpRequest request)) {
            broken |= message instanceof HttpContent content
                    && content.decoderResult().isFailure();
            context.fireChannelRead(message);
        } else if (isReadable(request)) {
            unanswered++;
            context.fireChannelRead(message);
        } else {
            unreadable = request;
            ReferenceCountUtil.release(message);
            answerIfNext(context);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelFuture written = context.write(message, promise.unvoid());
        if (endsAnAnswer(message) && unanswered > 0) {
            unanswered--;
            if (broken && unanswered == 0) {
                written.addListener(ChannelFutureListener.CLOSE);
            }
            answerIfNext(context);
        }
    }

    /** "100 Continue" is no answer yet. */
    private static boolean endsAnAnswer(Object message) {
        boolean isInformational =
                message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        return message instanceof LastHttpContent && !isInformational;
    }

    private void answerIfNext(ChannelHandlerContext context) {
        HttpRequest request = unreadable;
        if (request != null && unanswered == 0) {
            context.writeAndFlush(answers.unreadable(request)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** In a coding that is not known, somebody else's next request could hide (RFC 9112, section 6.1). */
    private static boolean saysWhereItEnds(HttpRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                codings.getFirst().strip()));
    }

    /** RFC 9112, section 3.2. */
    private static boolean saysForWhomItIs(HttpRequest request) {
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        return hosts == 1 || (hosts == 0 && request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0);
    }

    private static boolean isReadable(HttpRequest request) {
        if (request.decoderResult().isFailure() || !saysWhereItEnds(request) || !saysForWhomItIs(request)) {
            return false;
        }
        try {
            return !URI.create(request.uri()).isOpaque();
        } catch (IllegalArgumentException e) {
            // No URI, which is all that there is to know.
            return false;
        }
    }
}
