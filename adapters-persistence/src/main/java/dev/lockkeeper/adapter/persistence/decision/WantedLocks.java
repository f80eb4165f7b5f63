package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.domain.decision.HeldLock;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Locks that the CRM is being asked for: no more at a time than it takes calls. Until it is known what came of one, its
 * record counts as locked.
 */
final class WantedLocks {

    static final WantedLocks NONE = new WantedLocks(Map.of());

    private record Key(long module, long record) {}

    private record Wanted(long by, String reason, long at) {}

    private final Map<Key, Wanted> wanted;

    private WantedLocks(Map<Key, Wanted> wanted) {
        this.wanted = wanted;
    }

    /** @param json as {@link Versions#READ} has it */
    static WantedLocks read(String json) {
        List<Map<String, @Nullable Object>> objects = Json.readObjects(json);
        if (objects.isEmpty()) {
            return NONE;
        }
        Map<Key, Wanted> read = new HashMap<>();
        for (Map<String, @Nullable Object> object : objects) {
            read.put(
                    new Key(number(object, "module"), number(object, "record")),
                    new Wanted(
                            number(object, "by"),
                            Objects.requireNonNull(object.get("reason")).toString(),
                            number(object, "at")));
        }
        return new WantedLocks(read);
    }

    private static long number(Map<String, @Nullable Object> object, String name) {
        return ((Number) Objects.requireNonNull(object.get(name))).longValue();
    }

    /** @param names of users by their ids */
    @Nullable
    HeldLock find(long module, long record, LongFunction<String> names) {
        Wanted found = wanted.isEmpty() ? null : wanted.get(new Key(module, record));
        if (found == null) {
            return null;
        }
        UserRef by = new UserRef(new UserId(found.by()), names.apply(found.by()));
        return new HeldLock(
                null,
                new LockOrigin.Manual(by, new LockReason(found.reason())),
                Instant.EPOCH.plus(found.at(), ChronoUnit.MICROS));
    }
}
