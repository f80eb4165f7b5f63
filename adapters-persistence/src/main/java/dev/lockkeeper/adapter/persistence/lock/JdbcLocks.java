package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@link Locks} on PostgreSQL: each change is one statement and one round trip. */
@Singleton
final class JdbcLocks implements Locks {

    private final Database database;

    JdbcLocks(Database database) {
        this.database = database;
    }

    @Override
    public AcquireOutcome acquire(NewLock lock) {
        RecordKey key = lock.key();
        Optional<ManualHold> hold = lock.origin().manual();
        return database.changeFollowed(
                LockStatements.ACQUIRE,
                parameters -> parameters
                        .bigint(lock.configuration().value())
                        .bigint(key.module().value())
                        .bigint(key.record().value())
                        .bigint(key.module().value())
                        .bigint(key.record().value())
                        .bigint(lock.configuration().value())
                        .text(LockRows.word(lock.origin().source()))
                        .text(hold.map(held -> held.reason().text()).orElse(null))
                        .bigint(hold.map(held -> held.owner().id().value()).orElse(null))
                        .bigint(lock.origin().heldByRule().map(RuleId::value).orElse(null))
                        .timestamptz(lock.at()),
                row -> acquired(row, lock));
    }

    private static AcquireOutcome acquired(ResultSet row, NewLock lock) throws SQLException {
        if (!row.getBoolean("configured")) {
            return new AcquireOutcome.ConfigurationGone();
        }
        long id = row.getLong("id");
        return row.wasNull()
                ? new AcquireOutcome.AlreadyHeld()
                : new AcquireOutcome.Acquired(new RecordLock(
                        new LockId(id),
                        lock.key(),
                        lock.origin(),
                        lock.configuration(),
                        lock.at(),
                        new Revision(row.getLong("revision"))));
    }

    @Override
    public ChangeOutcome release(ManualChange change) {
        return settle(() -> database.changeFollowed(
                LockStatements.RELEASE,
                parameters -> parameters
                        .bigint(change.by().id().value())
                        .bigint(change.lock().value())
                        .bigint(change.key().module().value())
                        .bigint(change.key().record().value())
                        .bool(change.ownOnly())
                        .bigint(change.lock().value())
                        .bigint(change.lock().value())
                        .bigint(change.by().id().value())
                        .timestamptz(change.at()),
                row -> outcome(row, change)));
    }

    @Override
    public ChangeOutcome changeReason(ManualChange change, LockReason reason) {
        return settle(() -> database.changeFollowed(
                LockStatements.CHANGE_REASON,
                parameters -> parameters
                        .bigint(change.by().id().value())
                        .bigint(change.lock().value())
                        .bigint(change.key().module().value())
                        .bigint(change.key().record().value())
                        .bool(change.ownOnly())
                        .text(reason.text())
                        .bigint(change.lock().value())
                        .bigint(change.by().id().value())
                        .timestamptz(change.at()),
                row -> outcome(row, change)));
    }

    /**
     * Repeats a change until its outcome is certain. Another change of the same lock may commit while the statement
     * waits for the counter; each repetition means that somebody else got ahead, so it ends.
     */
    private static ChangeOutcome settle(Supplier<Optional<ChangeOutcome>> attempt) {
        Optional<ChangeOutcome> outcome = attempt.get();
        while (outcome.isEmpty()) {
            outcome = attempt.get();
        }
        return outcome.get();
    }

    /** Empty when the lock could have been changed as the statement began, and no longer when its turn came. */
    private static Optional<ChangeOutcome> outcome(ResultSet row, ManualChange change) throws SQLException {
        long revision = row.getLong("revision");
        if (!row.wasNull()) {
            return Optional.of(new ChangeOutcome.Changed(new Revision(revision)));
        }
        String source = row.getString("source");
        if (source == null) {
            return Optional.of(new ChangeOutcome.NoSuchLock());
        }
        if (change.ownOnly() && !row.getBoolean("own")) {
            return Optional.of(new ChangeOutcome.NotOwner());
        }
        return LockRows.source(source) == LockSource.AUTOMATIC
                ? Optional.of(new ChangeOutcome.HeldByRule())
                : Optional.empty();
    }

    @Override
    public Optional<LockedRecord> find(RecordKey key) {
        return database.queryOne(
                LockStatements.FIND,
                parameters -> parameters
                        .bigint(key.module().value())
                        .bigint(key.record().value()),
                LockRows::lockedRecord);
    }

    @Override
    public List<LockedRecord> search(LockSearch search) {
        LockSearchQuery query = LockSearchQuery.of(search);
        return database.query(query.sql(), query::bind, LockRows::lockedRecord);
    }

    @Override
    public List<LockEvent> history(RecordKey key, Revision after, int limit) {
        return database.query(
                LockStatements.HISTORY,
                parameters -> parameters
                        .bigint(key.module().value())
                        .bigint(key.record().value())
                        .bigint(after.value())
                        .bigint(limit),
                LockRows::event);
    }
}
