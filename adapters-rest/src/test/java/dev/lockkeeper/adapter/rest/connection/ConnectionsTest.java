package dev.lockkeeper.adapter.rest.connection;

import static dev.lockkeeper.adapter.rest.connection.Embedded.LIMIT;
import static dev.lockkeeper.adapter.rest.connection.Embedded.pass;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many connections there may be, and how long an answer waits for the other end. */
class ConnectionsTest {

    private final Embedded embedded = new Embedded();

    @Test
    void furtherOnesAreClosedAsTheyCome() {
        EmbeddedChannel listener = embedded.channel(new MostConnections(2, embedded.counts));
        EmbeddedChannel first = new EmbeddedChannel();
        EmbeddedChannel second = new EmbeddedChannel();
        EmbeddedChannel third = new EmbeddedChannel();

        listener.writeInbound(first, second, third);

        assertThat(listener.inboundMessages()).containsExactly(first, second);
        assertThat(third.isOpen()).isFalse();
        assertThat(first.isOpen()).isTrue();
        assertThat(embedded.open()).isEqualTo(2);
        assertThat(embedded.cut("too_many")).isEqualTo(1);
    }

    @Test
    void oneThatEndsMakesRoom() {
        EmbeddedChannel listener = embedded.channel(new MostConnections(1, embedded.counts));
        EmbeddedChannel first = new EmbeddedChannel();
        EmbeddedChannel second = new EmbeddedChannel();

        listener.writeInbound(first);
        assertThat(first.close().isSuccess()).isTrue();
        assertThat(embedded.open()).isZero();
        listener.writeInbound(second);

        assertThat(second.isOpen()).isTrue();
        assertThat(embedded.open()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNotTakenEndsThem() {
        EmbeddedChannel channel = embedded.channel(new Deaf(), new SendDeadline(LIMIT, embedded.counts));
        assertThat(channel.writeOneOutbound(Unpooled.copyInt(1))).isNotNull();

        pass(channel, LIMIT.minusMillis(1));
        assertThat(channel.isOpen()).isTrue();
        pass(channel, Duration.ofMillis(1));
        assertThat(channel.isOpen()).isFalse();
        assertThat(embedded.cut("send_time")).isEqualTo(1);
    }

    @Test
    void severalAnswersThatAreNotTakenEndThemOnce() {
        EmbeddedChannel channel = embedded.channel(new Deaf(), new SendDeadline(LIMIT, embedded.counts));
        assertThat(channel.writeOneOutbound(Unpooled.copyInt(1))).isNotNull();
        assertThat(channel.writeOneOutbound(Unpooled.copyInt(2))).isNotNull();
        pass(channel, LIMIT);

        assertThat(embedded.cut("send_time")).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsTakenDoesNot() {
        EmbeddedChannel channel = embedded.channel(new SendDeadline(LIMIT, embedded.counts));
        channel.writeOutbound(Unpooled.copyInt(1));
        pass(channel, LIMIT.multipliedBy(2));

        assertThat(channel.isOpen()).isTrue();
    }

    /** The other end of a connection that reads nothing: what is written to it is never done with. */
    private static final class Deaf extends ChannelOutboundHandlerAdapter {

        private final List<ChannelPromise> waiting = new ArrayList<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
            waiting.add(promise);
        }
    }
}
