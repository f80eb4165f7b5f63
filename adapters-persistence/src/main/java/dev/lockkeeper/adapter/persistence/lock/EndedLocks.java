package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends locks whoever holds them, since what they were for is gone. */
public final class EndedLocks {

    private static final String UNDER_DELETED = "select " + LockStatements.LOCK_COLUMNS + """
            from record_lock l
                left join crm_user u on u.id = l.locked_by
                join locking_configuration c on c.id = l.configuration_id
            where l.module_id = ? and c.deleted_time is not null
            order by l.record_id
            limit ?
            """;

    private EndedLocks() {}

    /**
     * Ends locks of a module that were taken under a configuration that has been deleted, by ascending record id.
     *
     * @param limit at most so many
     * @param by who deleted it; null when that is not known any more
     * @return how many
     */
    public static int under(Transaction transaction, ModuleId module, int limit, @Nullable UserId by, Instant at)
            throws SQLException {
        LockChanges changes = LockChanges.begin(
                transaction, module, new LockChanges.Occasion(LockEvent.Cause.CONFIGURATION_DELETED, by, at));
        List<RecordLock> locks = find(transaction, module, limit);
        locks.forEach(changes::end);
        changes.write(transaction);
        return locks.size();
    }

    /** What became of the lock of a record that is gone; the revision is null when it had none. */
    public record Ended(@Nullable Revision revision) {}

    /**
     * Ends the lock of a record that is gone.
     *
     * @param known whether the record was stored, or nobody can report it meanwhile. If neither, and a rule holds it,
     *     somebody has just reported it, and nothing is done
     * @return empty when nothing was done for that reason
     */
    public static Optional<Ended> of(Transaction transaction, RecordKey key, boolean known, UserId by, Instant at)
            throws SQLException {
        if (find(transaction, key).isEmpty()) {
            return Optional.of(new Ended(null));
        }
        LockChanges changes = LockChanges.begin(
                transaction, key.module(), new LockChanges.Occasion(LockEvent.Cause.RECORD_DELETED, by, at));
        Optional<RecordLock> lock = find(transaction, key);
        if (!known && lock.flatMap(held -> held.origin().heldByRule()).isPresent()) {
            return Optional.empty();
        }
        Ended ended = new Ended(lock.map(changes::end).orElse(null));
        changes.write(transaction);
        return Optional.of(ended);
    }

    private static List<RecordLock> find(Transaction transaction, ModuleId module, int limit) throws SQLException {
        return transaction.query(
                UNDER_DELETED, parameters -> parameters.bigint(module.value()).bigint(limit), LockRows::lock);
    }

    private static Optional<RecordLock> find(Transaction transaction, RecordKey key) throws SQLException {
        return transaction.queryOne(
                LockStatements.FIND, parameters -> LockFinder.bind(parameters, List.of(key)), LockRows::lock);
    }
}
