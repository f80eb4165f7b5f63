package dev.lockkeeper.bootstrap.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** One request after the other, each answered 200. */
record VariedRequest(Supplier<String> requests) implements Conversation {

    private static final int OK = 200;

    @Override
    public ByteBuffer request() {
        return ByteBuffer.wrap(requests.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void take(Answer answer) {
        Conversation.expect(OK, answer);
    }
}
