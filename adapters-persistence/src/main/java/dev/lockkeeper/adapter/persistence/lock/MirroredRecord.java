package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.adapter.persistence.database.Database.RowReader;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.database.Transaction.Change;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.LockStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record on whose lock a decision of the CRM takes effect. From {@link #enter} to the end of the transaction nobody
 * else claims, settles or observes this record, and nobody changes a lock.
 */
public final class MirroredRecord {

    /** What {@link #lock} reads, of {@code record_lock l} and the {@code crm_user u} who locked. */
    public static final String LOCK_COLUMNS = LockStatements.LOCK_COLUMNS;

    /** The revision counter, which {@link #enter} has locked. */
    public static final String COUNTER_COLUMN = "(select value from revision_counter) as counter";

    /** The record first, then the counter: the rows of locks come after both. */
    private static final String ENTER = """
            with entered as materialized (select enter_record(?, ?))
            select value from entered, revision_counter for update of revision_counter
            """;

    private static final String TAKE = """
            with changed as (
                insert into record_lock (id, module_id, record_id, configuration_id, locked_time, source, reason,
                                         locked_by, rule_id, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning *
            ),
            """;
    private static final String BECOME = """
            with changed as (
                update record_lock set source = ?, reason = ?, locked_by = ?, rule_id = ?, revision = ? where id = ?
                returning *
            ),
            """;
    private static final String END = """
            with changed as (delete from record_lock where id = ? returning *),
            """;
    private static final String RECORD = """
            advanced as (
                update revision_counter set value = ?
            )
            insert into lock_event (revision, event, actor_id, at, cause, module_id, record_id, lock_id,
                                    configuration_id, source, reason, rule_id)
            select ?, ?, ?, ?, ?, module_id, record_id, id, configuration_id, source, reason, rule_id from changed
            """;

    private static final String IS_USER = "select from crm_user where id = ?";
    private static final String MAKE_PROFILE =
            "insert into profile (name, permissions) values ('Zoho CRM', '{}') on conflict (name) do nothing";
    private static final String MAKE_USER = """
            insert into crm_user (id, name, profile_id, portal) select ?, ?, id, false from profile
            where name = 'Zoho CRM'
            on conflict (id) do nothing
            """;

    private final Transaction transaction;
    private final RecordKey key;
    private final List<Change> steps = new ArrayList<>();
    private long counter;

    private MirroredRecord(Transaction transaction, RecordKey key, long counter) {
        this.transaction = transaction;
        this.key = key;
        this.counter = counter;
    }

    /** Waits for whoever is at this record, and for its turn to change a lock. */
    public static MirroredRecord enter(Transaction transaction, RecordKey key) throws SQLException {
        long counter = transaction
                .queryOne(ENTER, parameters -> bind(parameters, key), row -> row.getLong("value"))
                .orElseThrow();
        return new MirroredRecord(transaction, key, counter);
    }

    /** A record that was entered, and what was asked for then; empty when there was no such thing. */
    public record Entered<T>(MirroredRecord record, T found) {}

    /**
     * As {@link #enter}, together with a query for at most one row that begins after that: everybody else waits meanwhile,
     * so nothing is asked for in a round trip of its own.
     *
     * @param query has to answer {@link #COUNTER_COLUMN}; its parameters come after the record's
     */
    public static <T> Optional<Entered<T>> enter(
            Transaction transaction, RecordKey key, String query, Binder binder, RowReader<T> reader)
            throws SQLException {
        return transaction.queryOneAfter(
                ENTER,
                query,
                parameters -> binder.bind(bind(parameters, key)),
                row -> new Entered<>(new MirroredRecord(transaction, key, row.getLong("counter")), reader.read(row)));
    }

    /** The lock of a row, which has none where its id is null. */
    public static @Nullable RecordLock lock(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? null : LockRows.lock(row);
    }

    /**
     * Has the record's lock take these steps, once they are {@linkplain #commit committed}.
     *
     * @param lock as it stands; null when the record has none
     * @param latest the record's latest revision
     * @return the latest revision then
     */
    public Revision take(List<LockStep> taken, @Nullable RecordLock lock, Revision latest, Instant at)
            throws SQLException {
        Revision last = latest;
        for (LockStep step : taken) {
            knowUser(step);
            last = new Revision(++counter);
            switch (step) {
                case LockStep.Taken take -> take(take, at);
                case LockStep.Became became -> become(became, id(lock), at);
                case LockStep.Ended ended -> end(ended, id(lock), at);
            }
        }
        return last;
    }

    /** Writes the steps, and what else changes with them, and commits; says how many rows the last one changed. */
    public int commit(Change... others) throws SQLException {
        List<Change> changes = new ArrayList<>(steps);
        changes.addAll(List.of(others));
        return transaction.commit(changes);
    }

    private static LockId id(@Nullable RecordLock lock) {
        return Objects.requireNonNull(lock, "no lock to change").id();
    }

    private void take(LockStep.Taken taken, Instant at) {
        long revision = counter;
        step(TAKE, parameters -> {
            parameters.bigint(taken.id().value());
            bind(parameters, key).bigint(taken.configuration().value()).timestamptz(taken.lockedAt());
            bind(parameters, taken.origin()).bigint(revision);
            event(parameters, revision, taken, LockEvent.Kind.LOCKED, at);
        });
    }

    private void become(LockStep.Became became, LockId lock, Instant at) {
        long revision = counter;
        step(BECOME, parameters -> {
            bind(parameters, became.origin()).bigint(revision).bigint(lock.value());
            event(parameters, revision, became, became.kind(), at);
        });
    }

    private void end(LockStep.Ended ended, LockId lock, Instant at) {
        long revision = counter;
        step(END, parameters -> event(parameters.bigint(lock.value()), revision, ended, LockEvent.Kind.UNLOCKED, at));
    }

    private void step(String change, Binder binder) {
        steps.add(new Change(change + RECORD, binder));
    }

    private static void event(Parameters parameters, long revision, LockStep step, LockEvent.Kind kind, Instant at)
            throws SQLException {
        UserRef by = step.by();
        parameters
                .bigint(revision)
                .bigint(revision)
                .text(kind.name().toLowerCase(Locale.ROOT))
                .bigint(by == null ? null : (Long) by.id().value())
                .timestamptz(at)
                .text(step.cause().name().toLowerCase(Locale.ROOT));
    }

    private static Parameters bind(Parameters parameters, RecordKey key) throws SQLException {
        return parameters.bigint(key.module().value()).bigint(key.record().value());
    }

    private static Parameters bind(Parameters parameters, LockOrigin origin) throws SQLException {
        return parameters
                .text(LockRows.word(origin.source()))
                .text(origin.manual().map(hold -> hold.reason().text()).orElse(null))
                .bigint(origin.manual()
                        .map(ManualHold::owner)
                        .map(owner -> owner.id().value())
                        .orElse(null))
                .bigint(origin.heldByRule().map(RuleId::value).orElse(null));
    }

    /** Makes a user of whoever is found to hold a lock. Several may try at once, each in its own transaction. */
    private void knowUser(LockStep step) throws SQLException {
        UserRef user = step.by();
        if (user == null
                || step.cause() != LockEvent.Cause.CRM
                || transaction
                        .queryOne(
                                IS_USER,
                                parameters -> parameters.bigint(user.id().value()),
                                _ -> true)
                        .isPresent()) {
            return;
        }
        transaction.update(MAKE_PROFILE, _ -> {});
        transaction.update(
                MAKE_USER, parameters -> parameters.bigint(user.id().value()).text(user.name()));
    }
}
