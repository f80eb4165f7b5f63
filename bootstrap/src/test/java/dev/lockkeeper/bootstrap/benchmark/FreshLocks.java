package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.Client;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Locks that are taken on records which had none, and ended again: for several connections of one thread. */
final class FreshLocks {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final byte[] BEFORE_ID = Answer.ascii("\"created_time\":\"");
    private static final byte[] ID = Answer.ascii("\"id\":\"");

    private final RequestHead head;
    private final LongSupplier records;
    private final Deque<String> held = new ArrayDeque<>();

    /** @param records each of which is locked once */
    FreshLocks(RequestHead head, LongSupplier records) {
        this.head = head;
        this.records = records;
    }

    /** Locks one record after the other. */
    Conversation locking() {
        return new Connection(false, false);
    }

    /** Ends what the others have taken, as long as there is something to end. */
    Conversation unlocking() {
        return new Connection(true, false);
    }

    /** Locks a record and unlocks it, then the next. */
    Conversation turns() {
        return new Connection(true, true);
    }

    /** Ends what is held still. */
    void release(Client client) {
        while (!held.isEmpty()) {
            HttpResponse<String> answer = client.send("DELETE", held.remove(), "");
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    private final class Connection implements Conversation {

        private final boolean unlocks;
        private final boolean ownOnly;
        private @Nullable String own;
        private @Nullable String path;
        private @Nullable ByteBuffer request;

        Connection(boolean unlocks, boolean ownOnly) {
            this.unlocks = unlocks;
            this.ownOnly = ownOnly;
        }

        @Override
        public ByteBuffer request() {
            if (request == null) {
                String lock = ownOnly || !unlocks ? own : held.remove();
                own = null;
                String record = LockTurns.path(records.getAsLong());
                path = lock == null ? record : null;
                String text = lock == null
                        ? head.with(
                                "POST",
                                record,
                                "{\"data\":[{\"Locked_Reason__s\":\"%s\"}]}".formatted(LockTurns.REASON))
                        : head.without("DELETE", lock);
                request = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            }
            return request.rewind();
        }

        @Override
        public void take(Answer answer) {
            request = null;
            if (path == null) {
                Conversation.expect(OK, answer);
                return;
            }
            Conversation.expect(CREATED, answer);
            String lock = path + "/" + new String(answer.quotedBehind(BEFORE_ID, ID), StandardCharsets.US_ASCII);
            if (ownOnly) {
                own = lock;
            } else {
                held.add(lock);
            }
        }

        @Override
        public boolean leavesNothing() {
            return own == null;
        }
    }
}
