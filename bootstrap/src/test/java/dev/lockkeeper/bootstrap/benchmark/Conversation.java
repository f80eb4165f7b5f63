package dev.lockkeeper.bootstrap.benchmark;

import java.nio.ByteBuffer;

/** What is said on one connection, one request after the other. */
interface Conversation {

    /** The next request, with its head. The same one again, when the last has not been {@link #take}n as answered. */
    ByteBuffer request();

    /**
     * Goes on to the next request.
     *
     * @throws IllegalStateException with the answer's text, when it is not the one to be expected
     */
    void take(Answer answer);

    /** Whether nothing is left behind when the conversation ends here; if not, the next request puts that right. */
    default boolean leavesNothing() {
        return true;
    }

    /** Fails where the status is another one. */
    static void expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.text());
        }
    }
}
