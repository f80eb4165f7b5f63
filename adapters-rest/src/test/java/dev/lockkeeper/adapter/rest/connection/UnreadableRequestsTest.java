package dev.lockkeeper.adapter.rest.connection;

import static dev.lockkeeper.adapter.rest.connection.Embedded.receive;
import static dev.lockkeeper.adapter.rest.connection.Embedded.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request is answered as such, and nothing after it is taken for one. */
class UnreadableRequestsTest {

    private static final String PROPER = "GET /api/v1/locks HTTP/1.1\r\nHost: x\r\n\r\n";

    private final Embedded embedded = new Embedded();
    private final EmbeddedChannel channel = embedded.channel(
            new HttpServerCodec(), new UnreadableRequests(new DirectAnswers(JsonMapper.createDefault())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/locks^ HTTP/1.1\r\n\r\n",
                "HEAD /api/v1/%zz HTTP/1.1\r\n\r\n",
                "PUT /api/v1/locks\" HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
                "GET /api/v1/locks HTTP/1.1\r\n\r\n",
                "GET /api/v1/locks HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "PUT /api/v1/locks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "PUT /api/v1/locks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: identity\r\n\r\n",
                "PUT /api/v1/locks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void isAnsweredAndTheConnectionClosed(String request) {
        receive(channel, request + PROPER);

        assertThat(sent(channel)).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("connection: close");
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void isAnsweredWhereAHeaderIsTooLong() {
        receive(channel, "PUT /api/v1/x^ HTTP/1.1\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n" + PROPER);

        assertThat(sent(channel)).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("application/problem+json");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void isAnsweredAfterTheRequestsBeforeIt() {
        receive(channel, PROPER + PROPER + "nonsense\r\n\r\n");
        assertThat(sent(channel)).isEmpty();

        answer(HttpResponseStatus.CONTINUE);
        answer(HttpResponseStatus.OK);
        assertThat(sent(channel)).doesNotContain("400");
        answer(HttpResponseStatus.OK);

        assertThat(sent(channel)).contains("200 OK", "HTTP/1.1 400 Bad Request\r\n");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesProperRequestsAlone() {
        receive(channel, PROPER);

        HttpRequest request = channel.readInbound();
        assertThat(request.uri()).isEqualTo("/api/v1/locks");
        answer(HttpResponseStatus.OK);
        assertThat(channel.isOpen()).isTrue();
        ReferenceCountUtil.release(request);
    }

    @Test
    void closesTheConnectionAfterTheAnswerToABodyThatBreaks() {
        receive(channel, "POST /api/v1/users HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\nnonsense\r\n");
        assertThat(channel.isOpen()).isTrue();

        answer(HttpResponseStatus.BAD_REQUEST);

        assertThat(channel.isOpen()).isFalse();
    }

    private void answer(HttpResponseStatus status) {
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        if (!status.equals(HttpResponseStatus.CONTINUE)) {
            answer.headers().set("content-length", 0);
        }
        channel.writeOutbound(answer);
    }
}
