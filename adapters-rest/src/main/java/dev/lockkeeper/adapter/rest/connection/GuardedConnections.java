package dev.lockkeeper.adapter.rest.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import jakarta.inject.Singleton;

/** Has the server keep to the {@link ConnectionLimits}. */
@Singleton
final class GuardedConnections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final ConnectionLimits limits;
    private final DirectAnswers answers;
    private final ConnectionCounts counts;

    GuardedConnections(ConnectionLimits limits, DirectAnswers answers, ConnectionCounts counts) {
        this.limits = limits;
        this.answers = answers;
        this.counts = counts;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry server = event.getBean();
        server.register(new Listener());
        return server;
    }

    private final class Listener implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return switch (role) {
                case LISTENER -> {
                    channel.pipeline().addLast(new MostConnections(limits.connections(), counts));
                    yield this;
                }
                case CONNECTION -> new Connection(channel.pipeline());
                // Streams of HTTP/2, which Settings do not let be switched on.
                case REQUEST_STREAM, PUSH_PROMISE_STREAM -> this;
            };
        }
    }

    /** A connection of HTTP/1.1, with or without TLS below it. */
    private final class Connection implements NettyServerCustomizer {

        private final ChannelPipeline pipeline;

        Connection(ChannelPipeline pipeline) {
            this.pipeline = pipeline;
        }

        @Override
        public void onStreamPipelineBuilt() {
            ChannelHandlerContext codec = pipeline.context(HttpServerCodec.class);
            ReceiveDeadline receive = new ReceiveDeadline(limits.receiveTime(), counts);
            pipeline.addFirst(new LingeringClose(receive), new SendDeadline(limits.sendTime(), counts));
            pipeline.addBefore(codec.name(), null, receive);
            pipeline.addAfter(codec.name(), null, new AnswerDeadline(limits.answerTime(), answers, counts));
            pipeline.addAfter(codec.name(), null, new UnreadableRequests(answers));
            pipeline.addAfter(codec.name(), null, receive.end());
        }
    }
}
