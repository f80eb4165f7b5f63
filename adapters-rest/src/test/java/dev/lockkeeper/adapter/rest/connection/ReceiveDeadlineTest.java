package dev.lockkeeper.adapter.rest.connection;

import static dev.lockkeeper.adapter.rest.connection.Embedded.LIMIT;
import static dev.lockkeeper.adapter.rest.connection.Embedded.pass;
import static dev.lockkeeper.adapter.rest.connection.Embedded.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has its time from its first byte to its last. */
class ReceiveDeadlineTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Embedded embedded = new Embedded();
    private final ReceiveDeadline deadline = new ReceiveDeadline(LIMIT, embedded.counts);
    private final EmbeddedChannel channel = embedded.channel(deadline, new HttpServerCodec(), deadline.end());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET / HTTP/1.1\r\nHost: x\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n123",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\na\r\n123"
            })
    void cutsOffWhatDoesNotEnd(String beginning) {
        receive(channel, beginning);

        pass(channel, LIMIT.minusMillis(1));
        assertThat(channel.isOpen()).isTrue();
        pass(channel, Duration.ofMillis(1));
        assertThat(channel.isOpen()).isFalse();
        assertThat(embedded.cut("receive_time")).isEqualTo(1);
    }

    @Test
    void doesNotBeginAgainWithEachByte() {
        receive(channel, "POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        for (int i = 0; i < 9; i++) {
            pass(channel, Duration.ofSeconds(1));
            receive(channel, "x");
        }
        assertThat(channel.isOpen()).isTrue();

        pass(channel, Duration.ofSeconds(1));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void restsBetweenRequests() {
        pass(channel, LIMIT.multipliedBy(2));
        receive(channel, REQUEST);
        pass(channel, LIMIT.multipliedBy(2));
        receive(channel, REQUEST);
        pass(channel, LIMIT.multipliedBy(2));

        assertThat(channel.isOpen()).isTrue();
        assertThat(deadline.isReceiving()).isFalse();
    }

    @Test
    void beginsAgainWithEachRequest() {
        receive(channel, "G");
        pass(channel, Duration.ofSeconds(6));
        receive(channel, REQUEST.substring(1));
        receive(channel, "G");
        pass(channel, Duration.ofSeconds(6));
        assertThat(channel.isOpen()).isTrue();

        pass(channel, Duration.ofSeconds(4));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void doesNotCountTimeInWhichNothingIsRead() {
        receive(channel, "POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        channel.config().setAutoRead(false);
        receive(channel, "x");
        pass(channel, LIMIT.plusSeconds(1));
        assertThat(channel.isOpen()).isTrue();

        channel.config().setAutoRead(true);
        pass(channel, LIMIT);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void hasNoEndForWhatIsNoRequest() {
        receive(channel, "nonsense\r\n\r\n");

        assertThat(deadline.isReceiving()).isTrue();
        pass(channel, LIMIT);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesNoTimerBehind() {
        receive(channel, "G");
        assertThat(channel.close().isSuccess()).isTrue();
        pass(channel, LIMIT);

        assertThat(embedded.cut("receive_time")).isZero();
    }
}
