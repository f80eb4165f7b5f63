package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes of many locks of one module in one transaction, each with an event and a revision of its own. Whoever makes
 * them has taken the revision counter, and read the locks after that.
 */
final class LockChanges {

    /** Why the locks change, at whose request if anybody's, and when. */
    record Occasion(LockEvent.Cause cause, @Nullable UserId by, Instant at) {}

    private static final String TAKE_COUNTER = "select value from revision_counter for update";
    private static final String ADVANCE_COUNTER = "update revision_counter set value = ?";

    private static final String INSERT = """
            insert into record_lock (module_id, configuration_id, locked_time, source, record_id, rule_id, revision)
            select ?, ?, ?, 'automatic', taken.* from unnest(?, ?, ?) as taken (record_id, rule_id, revision)
            returning id, record_id
            """;
    private static final String UPDATE = """
            update record_lock l set source = changed.source, rule_id = changed.rule_id, revision = changed.revision
            from unnest(?, ?, ?, ?) as changed (id, source, rule_id, revision)
            where l.id = changed.id
            """;
    private static final String DELETE = "delete from record_lock where id = any(?)";
    private static final String RECORD = """
            insert into lock_event (module_id, cause, actor_id, at, revision, event, record_id, lock_id,
                                    configuration_id, source, reason, rule_id)
            select ?, ?, ?, ?, event.* from unnest(?, ?, ?, ?, ?, ?, ?, ?) as event
            """;

    private final ModuleId module;
    private final Occasion occasion;
    private final long counter;
    private final Map<RecordId, RecordLock> taken = new HashMap<>();
    private final List<RecordLock> changed = new ArrayList<>();
    private final List<RecordLock> ended = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** @param lock as it stood after the change, or before its end; its id is not known yet while it is to be taken */
    private record Event(LockEvent.Kind kind, RecordLock lock) {}

    private LockChanges(ModuleId module, Occasion occasion, long counter) {
        this.module = module;
        this.occasion = occasion;
        this.counter = counter;
    }

    /** Takes the revision counter: from here to the end of the transaction nobody else changes a lock. */
    static LockChanges begin(Transaction transaction, ModuleId module, Occasion occasion) throws SQLException {
        long counter = transaction
                .queryOne(TAKE_COUNTER, parameters -> {}, row -> row.getLong("value"))
                .orElseThrow();
        return new LockChanges(module, occasion, counter);
    }

    private Revision nextRevision() {
        return new Revision(counter + events.size() + 1);
    }

    /** A rule takes a record that nobody holds. */
    void take(RecordId record, LockOrigin origin, ConfigurationId configuration) {
        // The id stands in until the database has made one.
        RecordLock lock = new RecordLock(
                new LockId(Long.MAX_VALUE),
                new RecordKey(module, record),
                origin,
                configuration,
                occasion.at(),
                nextRevision());
        taken.put(record, lock);
        events.add(new Event(LockEvent.Kind.LOCKED, lock));
    }

    /** Somebody else, or another rule, holds the record from now on. */
    RecordLock change(RecordLock lock, LockOrigin origin) {
        RecordLock after =
                new RecordLock(lock.id(), lock.key(), origin, lock.configuration(), lock.lockedAt(), nextRevision());
        changed.add(after);
        events.add(new Event(LockEvent.Kind.SOURCE_CHANGED, after));
        return after;
    }

    /** Nobody holds the record any longer. */
    Revision end(RecordLock lock) {
        RecordLock last = new RecordLock(
                lock.id(), lock.key(), lock.origin(), lock.configuration(), lock.lockedAt(), nextRevision());
        ended.add(last);
        events.add(new Event(LockEvent.Kind.UNLOCKED, last));
        return last.revision();
    }

    /**
     * Writes what has been gathered.
     *
     * @return the locks that were taken
     */
    Map<RecordId, RecordLock> write(Transaction transaction) throws SQLException {
        if (events.isEmpty()) {
            return Map.of();
        }
        insert(transaction);
        update(transaction);
        if (!ended.isEmpty()) {
            List<Long> ids = ended.stream().map(lock -> lock.id().value()).toList();
            transaction.update(DELETE, parameters -> parameters.bigints(ids));
        }
        record(transaction);
        transaction.update(ADVANCE_COUNTER, parameters -> parameters.bigint(counter + events.size()));
        return taken;
    }

    private void insert(Transaction transaction) throws SQLException {
        if (taken.isEmpty()) {
            return;
        }
        List<RecordLock> locks = List.copyOf(taken.values());
        transaction.query(
                INSERT,
                parameters -> parameters
                        .bigint(module.value())
                        .bigint(locks.getFirst().configuration().value())
                        .timestamptz(occasion.at())
                        .bigints(locks.stream()
                                .map(lock -> lock.key().record().value())
                                .toList())
                        .bigints(rules(locks))
                        .bigints(revisions(locks)),
                row -> {
                    RecordId record = new RecordId(row.getLong("record_id"));
                    long id = row.getLong("id");
                    return taken.computeIfPresent(record, (_, lock) -> withId(lock, id));
                });
    }

    private static RecordLock withId(RecordLock lock, long id) {
        return new RecordLock(
                new LockId(id), lock.key(), lock.origin(), lock.configuration(), lock.lockedAt(), lock.revision());
    }

    private void update(Transaction transaction) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        transaction.update(
                UPDATE,
                parameters -> parameters
                        .bigints(changed.stream().map(lock -> lock.id().value()).toList())
                        .texts(sources(changed))
                        .bigints(rules(changed))
                        .bigints(revisions(changed)));
    }

    private void record(Transaction transaction) throws SQLException {
        List<RecordLock> locks = events.stream()
                .map(event -> event.kind() == LockEvent.Kind.LOCKED
                        ? taken.getOrDefault(event.lock().key().record(), event.lock())
                        : event.lock())
                .toList();
        UserId by = occasion.by();
        transaction.update(
                RECORD,
                parameters -> parameters
                        .bigint(module.value())
                        .text(occasion.cause().name().toLowerCase(Locale.ROOT))
                        .bigint(by == null ? null : by.value())
                        .timestamptz(occasion.at())
                        .bigints(revisions(locks))
                        .texts(events.stream()
                                .map(event -> event.kind().name().toLowerCase(Locale.ROOT))
                                .toList())
                        .bigints(locks.stream()
                                .map(lock -> lock.key().record().value())
                                .toList())
                        .bigints(locks.stream().map(lock -> lock.id().value()).toList())
                        .bigints(locks.stream()
                                .map(lock -> lock.configuration().value())
                                .toList())
                        .texts(sources(locks))
                        .texts(reasons(locks))
                        .bigints(rules(locks)));
    }

    private static List<Long> revisions(List<RecordLock> locks) {
        return locks.stream().map(lock -> lock.revision().value()).toList();
    }

    private static List<String> sources(List<RecordLock> locks) {
        return locks.stream().map(lock -> LockRows.word(lock.origin().source())).toList();
    }

    private static List<@Nullable Long> rules(List<RecordLock> locks) {
        List<@Nullable Long> rules = new ArrayList<>();
        for (RecordLock lock : locks) {
            rules.add(lock.origin().heldByRule().map(RuleId::value).orElse(null));
        }
        return rules;
    }

    private static List<@Nullable String> reasons(List<RecordLock> locks) {
        List<@Nullable String> reasons = new ArrayList<>();
        for (RecordLock lock : locks) {
            Optional<ManualHold> hold = lock.origin().manual();
            reasons.add(hold.map(held -> held.reason().text()).orElse(null));
        }
        return reasons;
    }
}
