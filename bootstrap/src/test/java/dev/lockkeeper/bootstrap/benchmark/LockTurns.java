package dev.lockkeeper.bootstrap.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/** Locks a record that nobody else locks, unlocks it, and so on. */
final class LockTurns implements Conversation {

    /** What each lock is taken for. */
    static final String REASON = "deal in progress";

    private static final int CREATED = 201;
    private static final int OK = 200;

    /** More than an id has digits. */
    private static final int ROOM_FOR_ID = 20;

    private static final byte[] BEFORE_ID = Answer.ascii("\"created_time\":\"");
    private static final byte[] ID = Answer.ascii("\"id\":\"");

    private final ByteBuffer lock;
    private final ByteBuffer unlock;
    private final int beginOfId;
    private final byte[] behindId;
    private boolean locked;
    private long changes;

    /** @param record one of the module of {@link AskedDecisions} */
    LockTurns(RequestHead head, long record) {
        String path = path(record);
        String body = "{\"data\":[{\"Locked_Reason__s\":\"%s\"}]}".formatted(REASON);
        this.lock = ByteBuffer.wrap(head.with("POST", path, body).getBytes(StandardCharsets.UTF_8));
        String withoutId = head.without("DELETE", path + "/");
        this.beginOfId = withoutId.indexOf(" HTTP/1.1");
        this.behindId = Answer.ascii(withoutId.substring(beginOfId));
        this.unlock = ByteBuffer.allocate(withoutId.length() + ROOM_FOR_ID);
        unlock.put(Answer.ascii(withoutId));
    }

    /** As many as connections are, each with a record of its own from this one on. */
    static List<LockTurns> of(RequestHead head, long first, int connections) {
        return LongStream.range(first, first + connections)
                .mapToObj(record -> new LockTurns(head, record))
                .toList();
    }

    /** Where the lock of a record is. */
    static String path(long record) {
        return "/crm/v8/%s/%d/Locking_Information__s".formatted(AskedDecisions.MODULE, record);
    }

    @Override
    public ByteBuffer request() {
        return locked ? unlock.rewind() : lock.rewind();
    }

    @Override
    public void take(Answer answer) {
        if (locked) {
            Conversation.expect(OK, answer);
        } else {
            Conversation.expect(CREATED, answer);
            unlock.clear()
                    .position(beginOfId)
                    .put(answer.quotedBehind(BEFORE_ID, ID))
                    .put(behindId)
                    .flip();
        }
        locked = !locked;
        changes++;
    }

    @Override
    public boolean leavesNothing() {
        return !locked;
    }

    /** How often the record has been locked or unlocked. */
    long changes() {
        return changes;
    }
}
