package dev.lockkeeper.adapter.rest.connection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.concurrent.Executor;

/** The thread that serves a connection, and many others beside it, so that none may keep it waiting. */
public final class EventLoop {

    /** Longer bodies, in bytes, would hold up the other connections while they are read; most are shorter by far. */
    public static final int LONGEST_BODY = 1 << 14;

    private EventLoop() {}

    /** The one that serves the connection of a request. */
    public static Executor of(HttpRequest<?> request) {
        HttpRequest<?> received = request;
        while (received instanceof HttpRequestWrapper<?> wrapper) {
            received = wrapper.getDelegate();
        }
        if (received instanceof NettyHttpRequest<?> netty) {
            return netty.getChannelHandlerContext().channel().eventLoop();
        }
        throw new IllegalStateException("Not a request of the server: " + received.getClass());
    }
}
