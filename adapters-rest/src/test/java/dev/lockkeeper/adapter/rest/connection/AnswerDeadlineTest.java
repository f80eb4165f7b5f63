package dev.lockkeeper.adapter.rest.connection;

import static dev.lockkeeper.adapter.rest.connection.Embedded.LIMIT;
import static dev.lockkeeper.adapter.rest.connection.Embedded.pass;
import static dev.lockkeeper.adapter.rest.connection.Embedded.receive;
import static dev.lockkeeper.adapter.rest.connection.Embedded.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that has arrived is answered in time, and be it by the connection. */
class AnswerDeadlineTest {

    private final Embedded embedded = new Embedded();
    private final EmbeddedChannel channel = embedded.channel(
            new HttpServerCodec(),
            new AnswerDeadline(LIMIT, new DirectAnswers(JsonMapper.createDefault()), embedded.counts));

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void saysThatAChangeMayHappen(String method) {
        receive(channel, method + " /crm/v8/Leads/1/Locking_Information__s?a=b HTTP/1.1\r\nContent-Length: 0\r\n\r\n");

        pass(channel, LIMIT.minusMillis(1));
        assertThat(sent(channel)).isEmpty();
        pass(channel, Duration.ofMillis(1));
        assertThat(sent(channel))
                .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                .contains(
                        "Retry-After: 1\r\n",
                        "connection: close\r\n",
                        "X-Content-Type-Options: nosniff\r\n",
                        "\"pending\":true");
        assertThat(channel.isOpen()).isFalse();
        assertThat(embedded.cut("request_time")).isEqualTo(1);
    }

    @Test
    void saysThatNothingWasChangedWhereNothingWasToBe() {
        receive(channel, "GET /crm/v8/Leads/1/Locking_Information__s?fields=id HTTP/1.1\r\n\r\n");
        pass(channel, LIMIT);

        assertThat(sent(channel)).startsWith("HTTP/1.1 503").doesNotContain("pending");
    }

    @Test
    void answersAProblemOnTheManagementSurface() {
        receive(channel, "PUT /api/v1/records/Leads/1 HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");
        pass(channel, LIMIT);

        assertThat(sent(channel)).contains("application/problem+json", "which may have happened");
    }

    @Test
    void answersAStringWhereADecisionWasAskedFor() {
        receive(channel, "POST /access/v1/evaluation HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}");
        pass(channel, LIMIT);

        assertThat(sent(channel))
                .contains(
                        "HTTP/1.1 503",
                        "text/plain",
                        "Retry-After: 1\r\n",
                        "\r\n\r\nThe state of the locks is not known")
                .endsWith("do not take it for a no.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "//", "http://x/y?z", "/a|b?c={d}", "/%zz", "/\u00e9", "x"})
    void answersWhateverTheTarget(String target) {
        receive(channel, "GET " + target + " HTTP/1.1\r\n\r\n");
        pass(channel, LIMIT);

        assertThat(sent(channel)).startsWith("HTTP/1.1 503");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void answersAHeadWithoutABody() {
        receive(channel, "HEAD /api/v1/locks HTTP/1.1\r\n\r\n");
        pass(channel, LIMIT);

        assertThat(sent(channel)).startsWith("HTTP/1.1 503").endsWith("\r\n\r\n");
    }

    @Test
    void doesNotCountWhileABodyArrives() {
        receive(channel, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{");
        pass(channel, LIMIT.multipliedBy(2));
        assertThat(channel.isOpen()).isTrue();

        receive(channel, "}");
        pass(channel, LIMIT);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void isOverWithAnAnswer() {
        receive(channel, "GET / HTTP/1.1\r\n\r\n");
        answer(HttpResponseStatus.OK);
        pass(channel, LIMIT.multipliedBy(2));
        receive(channel, "GET / HTTP/1.1\r\n\r\n");
        pass(channel, LIMIT.dividedBy(2));
        answer(HttpResponseStatus.OK);
        pass(channel, LIMIT);

        assertThat(channel.isOpen()).isTrue();
        assertThat(embedded.cut("request_time")).isZero();
    }

    @Test
    void isOverWithAnAnswerBeforeTheBodyHasArrived() {
        receive(channel, "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{");
        answer(HttpResponseStatus.UNAUTHORIZED);
        receive(channel, "}");
        pass(channel, LIMIT);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void isNotOverWhenTheBodyIsAskedFor() {
        receive(channel, "POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        answer(HttpResponseStatus.CONTINUE);
        receive(channel, "{}");
        pass(channel, LIMIT);

        assertThat(sent(channel)).contains("HTTP/1.1 503");
    }

    @Test
    void countsEachOfSeveralRequestsFromItsOwnBeginning() {
        receive(channel, "GET /1 HTTP/1.1\r\n\r\n");
        pass(channel, Duration.ofSeconds(6));
        receive(channel, "GET /2 HTTP/1.1\r\n\r\n");
        answer(HttpResponseStatus.OK);
        pass(channel, Duration.ofSeconds(6));
        assertThat(channel.isOpen()).isTrue();

        pass(channel, Duration.ofSeconds(4));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesNoTimerBehind() {
        receive(channel, "GET / HTTP/1.1\r\n\r\n");
        assertThat(channel.close().isSuccess()).isTrue();
        pass(channel, LIMIT);

        assertThat(embedded.cut("request_time")).isZero();
    }

    private void answer(HttpResponseStatus status) {
        DefaultFullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        if (!status.equals(HttpResponseStatus.CONTINUE)) {
            answer.headers().setInt("content-length", 0);
        }
        channel.writeOutbound(answer);
    }
}
