package dev.lockkeeper.bootstrap.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The same request again and again, which is answered 200. */
final class SameRequest implements Conversation {

    private static final int OK = 200;

    private final ByteBuffer request;

    /** @param request with its head */
    SameRequest(String request) {
        this.request = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ByteBuffer request() {
        return request.rewind();
    }

    @Override
    public void take(Answer answer) {
        Conversation.expect(OK, answer);
    }
}
