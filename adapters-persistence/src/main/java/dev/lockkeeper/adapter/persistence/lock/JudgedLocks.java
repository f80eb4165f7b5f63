package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.RuleVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets verdicts of a module's rules take effect on its locks. Whoever does so has passed the {@link ModuleGate} and has
 * the rows of the records, so that no other verdict on them can come between.
 */
public final class JudgedLocks {

    /** The latest revision of a record without a lock is in its history, or not after the last one that was dropped. */
    private static final String STANDING = """
            select asked.record_id as asked_id, coalesce(l.revision, past.revision,
            """ + LockStatements.DROPPED + """
            ) as last_revision,
            """ + LockStatements.LOCK_COLUMNS + """
            from unnest(?) as asked (record_id)
                left join record_lock l on l.module_id = ? and l.record_id = asked.record_id
                left join crm_user u on u.id = l.locked_by
                left join lateral (
                    select max(e.revision) as revision from lock_event e
                    where l.id is null and e.module_id = ? and e.record_id = asked.record_id
                ) past on true
            """;

    private JudgedLocks() {}

    /** How a record stands: its lock, and the latest change of any lock that it has or had. */
    public record Standing(Revision revision, @Nullable RecordLock lock) {

        public boolean isHeldByRule() {
            return origin().flatMap(LockOrigin::heldByRule).isPresent();
        }

        private Optional<LockOrigin> origin() {
            return Optional.ofNullable(lock).map(RecordLock::origin);
        }
    }

    /** Who holds a record, from the columns of its lock. */
    public static LockOrigin origin(ResultSet row) throws SQLException {
        return LockRows.origin(row);
    }

    /** How these records stand now. */
    public static Map<RecordId, Standing> find(Transaction transaction, ModuleId module, Collection<RecordId> records)
            throws SQLException {
        Map<RecordId, Standing> standing = new HashMap<>();
        List<Long> ids = records.stream().map(RecordId::value).toList();
        transaction.query(
                STANDING,
                parameters -> parameters.bigints(ids).bigint(module.value()).bigint(module.value()),
                row -> standing.put(new RecordId(row.getLong("asked_id")), standing(row)));
        return standing;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Revision revision = new Revision(row.getLong("last_revision"));
        return new Standing(revision, row.getObject("id") == null ? null : LockRows.lock(row));
    }

    /**
     * Lets verdicts take effect.
     *
     * @param configuration under which rules take records
     * @return how all these records stand then
     */
    public static Map<RecordId, Standing> apply(
            Transaction transaction,
            ModuleId module,
            @Nullable ConfigurationId configuration,
            Map<RecordId, RuleVerdict> verdicts,
            Instant at)
            throws SQLException {
        Map<RecordId, Standing> standing = find(transaction, module, verdicts.keySet());
        Map<RecordId, RuleVerdict> effective = new LinkedHashMap<>(verdicts);
        effective.entrySet().removeIf(entry -> !changes(of(standing, entry.getKey()), entry.getValue()));
        if (effective.isEmpty()) {
            return standing;
        }
        LockChanges changes =
                LockChanges.begin(transaction, module, new LockChanges.Occasion(LockEvent.Cause.RULES, null, at));
        // Until the counter was ours, people may have locked and unlocked.
        standing.putAll(find(transaction, module, effective.keySet()));
        effective.forEach((record, verdict) -> {
            Standing before = of(standing, record);
            if (changes(before, verdict)) {
                standing.put(record, judge(changes, record, before, verdict, configuration));
            }
        });
        changes.write(transaction).forEach((record, lock) -> standing.put(record, new Standing(lock.revision(), lock)));
        return standing;
    }

    /** How one of the records asked for stands. */
    public static Standing of(Map<RecordId, Standing> standing, RecordId record) {
        return Objects.requireNonNull(standing.get(record), "not asked for");
    }

    private static boolean changes(Standing before, RuleVerdict verdict) {
        return !verdict.applyTo(before.origin()).equals(before.origin());
    }

    private static Standing judge(
            LockChanges changes,
            RecordId record,
            Standing before,
            RuleVerdict verdict,
            @Nullable ConfigurationId configuration) {
        Optional<LockOrigin> after = verdict.applyTo(before.origin());
        RecordLock lock = before.lock();
        if (lock == null) {
            changes.take(record, after.orElseThrow(), Objects.requireNonNull(configuration, "no rule without one"));
            return before;
        }
        if (after.isEmpty()) {
            return new Standing(changes.end(lock), null);
        }
        RecordLock changed = changes.change(lock, after.get());
        return new Standing(changed.revision(), changed);
    }
}
