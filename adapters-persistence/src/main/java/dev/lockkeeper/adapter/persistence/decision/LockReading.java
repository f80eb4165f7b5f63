package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
import dev.lockkeeper.domain.lock.LockSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How the active locks are read: all of them, or as they stand after some revisions. */
final class LockReading {

    /** Of no more revisions the changes are read at once. */
    private static final int REVISIONS_AT_ONCE = 5_000;

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String COLUMNS = """
            l.id, l.source, l.reason, l.locked_by, l.rule_id,
            (extract(epoch from l.locked_time) * 1000000)::bigint as locked_at
            """;

    private static final String ALL = "select l.module_id, l.record_id, " + COLUMNS + " from record_lock l";

    /**
     * The locks as they stand now: a record that was changed again meanwhile is only fresher than asked for. Each is looked
     * up by itself: PostgreSQL, which does not know how few there are, would read the whole table to join it. For the same
     * reason the revisions have an end: without one it takes them for a third of the table, until that has been analysed.
     */
    private static final String CHANGED = "select e.module_id, e.record_id, e.events, e.last, " + COLUMNS + """
            from (
                select module_id, record_id, count(*) as events, max(revision) as last
                from lock_event
                where revision > ? and revision <= ? and part >= :part
                group by module_id, record_id
            ) e left join lateral (
                select * from record_lock held
                where held.module_id = e.module_id and held.record_id = e.record_id offset 0
            ) l on true
            """;

    private LockReading() {}

    /** All locks, in the snapshot of the connection's transaction, of which they are read bit by bit. */
    static LockTable all(Connection connection) throws SQLException {
        LockTable table = new LockTable();
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    table.set(rows.getLong(1), rows.getLong(2), pack(rows, 3));
                }
            }
        }
        return table;
    }

    /**
     * Asks how the records stand that were changed by the revisions which follow one, each added to what has changed.
     *
     * @param part no such revision is in an earlier part of the history
     */
    static Query<Boolean> changed(long after, int part, ChangedLocks changed) {
        return new Query<>(
                CHANGED.replace(":part", Integer.toString(part)),
                parameters -> parameters.bigint(after).bigint(after + REVISIONS_AT_ONCE),
                row -> {
                    byte[] lock = row.getObject("id") == null ? null : pack(row, 5);
                    changed.add(row.getLong(1), row.getLong(2), lock, row.getObject("locked_by", Long.class));
                    changed.count(row.getLong(3), row.getLong(4));
                    return true;
                });
    }

    /** By position, which is faster a million times over. */
    private static byte[] pack(ResultSet row, int first) throws SQLException {
        long owner = row.getLong(first + 3);
        boolean hasOwner = !row.wasNull();
        long rule = row.getLong(first + 4);
        boolean hasRule = !row.wasNull();
        return PackedLock.pack(
                row.getLong(first),
                LockSource.valueOf(row.getString(first + 1).toUpperCase(Locale.ROOT)),
                row.getLong(first + 5),
                hasOwner ? (Long) owner : null,
                row.getString(first + 2),
                hasRule ? (Long) rule : null);
    }
}
