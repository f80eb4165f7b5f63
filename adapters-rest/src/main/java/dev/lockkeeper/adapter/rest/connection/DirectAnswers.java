package dev.lockkeeper.adapter.rest.connection;

import dev.lockkeeper.adapter.rest.answer.RequestId;
import dev.lockkeeper.adapter.rest.answer.SecurityHeaders;
import dev.lockkeeper.adapter.rest.error.Refusal;
import dev.lockkeeper.adapter.rest.error.Surface;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers in place of the server's, which has none: after each of them the connection is to be closed. */
@Singleton
final class DirectAnswers {

    /** As much of a target as is surely a path; its beginning says which surface it is of. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]+)++");

    private final JsonMapper json;

    DirectAnswers(JsonMapper json) {
        this.json = json;
    }

    /** What a call is answered that takes too long: as while the store is away, of which the call knows nothing. */
    FullHttpResponse late(HttpRequest request) {
        if (Surface.of(plainPath(request)) == Surface.ACCESS) {
            return answer(request, Refusal.NOT_KNOWN);
        }
        boolean changesNothing =
                List.of("GET", "HEAD").contains(request.method().name());
        return answer(request, changesNothing ? Refusal.UNAVAILABLE : Refusal.UNAVAILABLE_AND_PENDING);
    }

    /** What is answered to something that is no request of HTTP. */
    FullHttpResponse unreadable(HttpRequest request) {
        return answer(request, Refusal.MALFORMED);
    }

    /** A refusal in the words of the surface that the request is for. */
    private FullHttpResponse answer(HttpRequest request, Refusal refusal) {
        HttpMethod method = HttpMethod.parse(request.method().name());
        io.micronaut.http.HttpRequest<?> refused = io.micronaut.http.HttpRequest.create(method, plainPath(request));
        MutableHttpResponse<?> answer = refusal.answer(refused);
        SecurityHeaders.addTo(answer, refused);
        RequestId.addTo(answer, request.headers().get(RequestId.HEADER));
        FullHttpResponse written = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.code()), Unpooled.wrappedBuffer(body(answer)));
        answer.getHeaders().forEach((name, values) -> written.headers().set(name, values));
        written.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, written.content().readableBytes());
        return written;
    }

    private static String plainPath(HttpRequest request) {
        Matcher matcher = PLAIN_PATH.matcher(request.uri());
        return matcher.lookingAt() ? matcher.group() : "/";
    }

    private byte[] body(MutableHttpResponse<?> answer) {
        if (answer.body() instanceof String message) {
            return message.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
