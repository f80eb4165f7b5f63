package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.CommittedLocks;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A lock as one array of bytes, of which a million fit into memory: source, id and time; then, for a person's part, who;
 * for a rule's, which; then the person's reason in UTF-8, to the end.
 */
final class PackedLock {

    private static final byte MANUAL = 'm';
    private static final byte AUTOMATIC = 'a';
    private static final byte BOTH = 'b';
    private static final int FIXED = Byte.BYTES + 2 * Long.BYTES;

    private PackedLock() {}

    /**
     * Packs a lock.
     *
     * @param lockedAt in microseconds since 1970
     * @param owner null where a rule alone holds it
     * @param reason null where a rule alone holds it
     * @param rule null where a person alone holds it
     */
    static byte[] pack(
            long id,
            LockSource source,
            long lockedAt,
            @Nullable Long owner,
            @Nullable String reason,
            @Nullable Long rule) {
        byte[] text = reason == null ? new byte[0] : reason.getBytes(StandardCharsets.UTF_8);
        int length = FIXED + (owner == null ? 0 : Long.BYTES) + (rule == null ? 0 : Long.BYTES) + text.length;
        ByteBuffer packed =
                ByteBuffer.allocate(length).put(code(source)).putLong(id).putLong(lockedAt);
        if (owner != null) {
            packed.putLong(owner);
        }
        if (rule != null) {
            packed.putLong(rule);
        }
        return packed.put(text).array();
    }

    static byte[] pack(CommittedLocks.Held held) {
        return pack(held.id(), held.source(), held.lockedAt(), held.owner(), held.reason(), held.rule());
    }

    /** @param names of users by their ids */
    static HeldLock unpack(byte[] packed, LongFunction<String> names) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        byte source = bytes.get();
        LockId id = new LockId(bytes.getLong());
        Instant lockedAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        LockOrigin origin = switch (source) {
            case MANUAL -> new LockOrigin.Manual(hold(owner(bytes, names), bytes));
            case AUTOMATIC -> new LockOrigin.Automatic(new RuleId(bytes.getLong()));
            case BOTH -> {
                UserRef owner = owner(bytes, names);
                RuleId rule = new RuleId(bytes.getLong());
                yield new LockOrigin.Both(hold(owner, bytes), rule);
            }
            default -> throw new IllegalStateException("No source of a lock: " + source);
        };
        return new HeldLock(id, origin, lockedAt);
    }

    private static byte code(LockSource source) {
        return switch (source) {
            case MANUAL -> MANUAL;
            case AUTOMATIC -> AUTOMATIC;
            case BOTH -> BOTH;
        };
    }

    private static UserRef owner(ByteBuffer bytes, LongFunction<String> names) {
        long owner = bytes.getLong();
        return new UserRef(new UserId(owner), names.apply(owner));
    }

    private static ManualHold hold(UserRef owner, ByteBuffer bytes) {
        return new ManualHold(
                owner, new LockReason(StandardCharsets.UTF_8.decode(bytes).toString()));
    }
}
