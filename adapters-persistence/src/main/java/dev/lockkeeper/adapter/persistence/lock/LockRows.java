package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** How rows of {@code record_lock} and {@code lock_event} read. */
final class LockRows {

    private LockRows() {}

    static RecordLock lock(ResultSet row) throws SQLException {
        return new RecordLock(
                new LockId(row.getLong("id")),
                key(row),
                origin(row),
                new ConfigurationId(row.getLong("configuration_id")),
                instant(row, "locked_time"),
                new Revision(row.getLong("revision")));
    }

    static LockedRecord lockedRecord(ResultSet row) throws SQLException {
        return new LockedRecord(lock(row), row.getString("record_name"));
    }

    static LockEvent event(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new LockEvent(
                new Revision(row.getLong("revision")),
                LockEvent.Kind.valueOf(row.getString("event").toUpperCase(Locale.ROOT)),
                key(row),
                new LockId(row.getLong("lock_id")),
                instant(row, "at"),
                row.getObject("actor_id") == null ? null : user(row, "actor_id", "actor_name"),
                reason == null ? null : new LockReason(reason),
                source(row.getString("source")),
                row.getObject("rule_id") == null ? null : rule(row),
                LockEvent.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)));
    }

    static LockSource source(String word) {
        return LockSource.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String word(LockSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    private static RecordKey key(ResultSet row) throws SQLException {
        return new RecordKey(new ModuleId(row.getLong("module_id")), new RecordId(row.getLong("record_id")));
    }

    static LockOrigin origin(ResultSet row) throws SQLException {
        return switch (source(row.getString("source"))) {
            case MANUAL -> new LockOrigin.Manual(hold(row));
            case AUTOMATIC -> new LockOrigin.Automatic(rule(row));
            case BOTH -> new LockOrigin.Both(hold(row), rule(row));
        };
    }

    private static ManualHold hold(ResultSet row) throws SQLException {
        return new ManualHold(user(row, "locked_by", "locked_by_name"), new LockReason(row.getString("reason")));
    }

    private static RuleId rule(ResultSet row) throws SQLException {
        return new RuleId(row.getLong("rule_id"));
    }

    private static UserRef user(ResultSet row, String id, String name) throws SQLException {
        return new UserRef(new UserId(row.getLong(id)), row.getString(name));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
