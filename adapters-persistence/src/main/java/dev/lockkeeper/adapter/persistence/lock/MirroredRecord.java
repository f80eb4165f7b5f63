package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.database.Transaction.Change;
import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
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
 * else claims, settles or observes this record. Its lock can still end meanwhile, with the record itself: a step that
 * finds no lock to change leaves no trace.
 *
 * <p>The revision counter is taken by the steps, and so held between statements that are sent together, never while this
 * process has its turn.
 */
public final class MirroredRecord {

    /** What {@link #lock} reads, of {@code record_lock l} and the {@code crm_user u} who locked. */
    public static final String LOCK_COLUMNS = LockStatements.LOCK_COLUMNS;

    /** The last revision that the history has dropped: no record of which it tells nothing has a later one. */
    public static final String DROPPED = LockStatements.DROPPED;

    private static final String ENTER = "select enter_record(?, ?)";

    private static final String COUNTER = "with counter as (select value from revision_counter for update), ";

    private static final String TAKE = COUNTER + """
            changed as (
                insert into record_lock (id, module_id, record_id, configuration_id, locked_time, source, reason,
                                         locked_by, rule_id, revision)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, value + 1 from counter
                returning *
            ),
            """;
    private static final String BECOME = COUNTER + """
            changed as (
                update record_lock set source = ?, reason = ?, locked_by = ?, rule_id = ?, revision = value + 1
                from counter where id = ?
                returning record_lock.*
            ),
            """;
    private static final String END = COUNTER + """
            changed as (
                delete from record_lock using counter where id = ?
                returning id, module_id, record_id, configuration_id, source, reason, rule_id, value + 1 as revision
            ),
            """;
    private static final String RECORD = """
            advanced as (
                update revision_counter set value = revision from changed
            )
            insert into lock_event (event, actor_id, at, cause, revision, module_id, record_id, lock_id,
                                    configuration_id, source, reason, rule_id)
            select ?, ?, ?, ?, revision, module_id, record_id, id, configuration_id, source, reason, rule_id
            from changed
            """;

    private static final String LATEST = """
            select coalesce(max(revision),
            """ + LockStatements.DROPPED + """
            ) as latest from lock_event where module_id = ? and record_id = ?
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

    private MirroredRecord(Transaction transaction, RecordKey key) {
        this.transaction = transaction;
        this.key = key;
    }

    /** A record that was entered, and what was asked for then. */
    public record Entered<T>(MirroredRecord record, T found) {}

    /**
     * Waits for whoever is at this record, and asks a query for at most one row, which begins after that.
     *
     * @return empty when the query has no row
     */
    public static <T> Optional<Entered<T>> enter(Transaction transaction, RecordKey key, Query<T> query)
            throws SQLException {
        return transaction
                .queryOneAfter(new Change(ENTER, parameters -> bind(parameters, key)), query)
                .map(found -> new Entered<>(new MirroredRecord(transaction, key), found));
    }

    /** The lock of a row, which has none where its id is null. */
    public static @Nullable RecordLock lock(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? null : LockRows.lock(row);
    }

    /**
     * Has the record's lock take these steps, once they are {@linkplain #commit committed}.
     *
     * @param lock as it stands; null when the record has none
     */
    public void take(List<LockStep> taken, @Nullable RecordLock lock, Instant at) throws SQLException {
        for (LockStep step : taken) {
            knowUser(step);
            switch (step) {
                case LockStep.Taken take -> take(take, at);
                case LockStep.Became became -> become(became, id(lock), at);
                case LockStep.Ended ended -> end(ended, id(lock), at);
            }
        }
    }

    /** Writes the steps, then asks what else changes with them for at most one row, and commits. */
    public <T> Optional<T> commit(Query<T> last) throws SQLException {
        return transaction.commit(steps, last);
    }

    /** Writes the steps and commits; answers the record's latest revision then. */
    public Revision commit() throws SQLException {
        return commit(new Query<>(
                        LATEST, parameters -> bind(parameters, key), row -> new Revision(row.getLong("latest"))))
                .orElseThrow();
    }

    private static LockId id(@Nullable RecordLock lock) {
        return Objects.requireNonNull(lock, "no lock to change").id();
    }

    private void take(LockStep.Taken taken, Instant at) {
        step(TAKE, parameters -> {
            parameters.bigint(taken.id().value());
            bind(parameters, key).bigint(taken.configuration().value()).timestamptz(taken.lockedAt());
            bind(parameters, taken.origin());
            event(parameters, taken, LockEvent.Kind.LOCKED, at);
        });
    }

    private void become(LockStep.Became became, LockId lock, Instant at) {
        step(BECOME, parameters -> {
            bind(parameters, became.origin()).bigint(lock.value());
            event(parameters, became, became.kind(), at);
        });
    }

    private void end(LockStep.Ended ended, LockId lock, Instant at) {
        step(END, parameters -> event(parameters.bigint(lock.value()), ended, LockEvent.Kind.UNLOCKED, at));
    }

    private void step(String change, Binder binder) {
        steps.add(new Change(change + RECORD, binder));
    }

    private static void event(Parameters parameters, LockStep step, LockEvent.Kind kind, Instant at)
            throws SQLException {
        UserRef by = step.by();
        parameters
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
