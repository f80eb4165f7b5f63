package dev.lockkeeper.adapter.persistence.lock;

/**
 * The SQL of {@link JdbcLocks}.
 *
 * <p>Every change takes the row of {@code revision_counter} before it touches a lock. That order makes deadlocks
 * impossible, lets one change at a time pass, and so makes revisions gapless and in the order of commits. A statement
 * sees the counter as it is once it has its row, but all else as it was when the statement began; what changed in
 * between is found by {@code on conflict}, by the re-check of the rows to be changed, or by asking once more.
 */
final class LockStatements {

    private LockStatements() {}

    /** What {@link LockRows#lock} reads, of {@code record_lock l} and the {@code crm_user u} who locked. */
    static final String LOCK_COLUMNS = """
            l.id, l.module_id, l.record_id, l.configuration_id, l.source, l.reason, l.locked_by, l.rule_id,
            l.locked_time, l.revision, u.name as locked_by_name
            """;

    /**
     * Answers one row: whether the configuration is still there, and id and revision of the new lock, or nulls when the
     * record has one already. The configuration's row is kept from being deleted until the lock is there.
     */
    static final String ACQUIRE = """
            with configuration as (
                select id from locking_configuration where id = ? and deleted_time is null for key share
            ), counter as (
                select value from revision_counter
                where exists (select from configuration)
                    and not exists (select from record_lock where module_id = ? and record_id = ?)
                for update
            ), acquired as (
                insert into record_lock (module_id, record_id, configuration_id, source, reason, locked_by, rule_id,
                                         locked_time, revision)
                select ?, ?, ?, ?, ?, ?, ?, ?, value + 1 from counter
                on conflict (module_id, record_id) do nothing
                returning *
            ), advanced as (
                update revision_counter set value = revision from acquired
            ), event as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select revision, 'locked', module_id, record_id, id, configuration_id, source,
                       reason, rule_id, locked_by, locked_time
                from acquired
            )
            select exists (select from configuration) as configured, acquired.id, acquired.revision
            from (select) as one_row left join acquired on true
            """;

    /** The lock to be changed as it stands, and the counter, taken only when the caller may change that lock. */
    private static final String TARGET_AND_COUNTER = """
            with target as (
                select source, locked_by is not distinct from ? as own
                from record_lock where id = ? and module_id = ? and record_id = ?
            ), counter as (
                select value from revision_counter
                where exists (select from target where source <> 'automatic' and (own or not ?))
                for update
            ),
            """;

    /** Writes the history of the one row that {@code changed} has, and answers one row whether it has one or not. */
    private static final String HISTORY_AND_ANSWER = """
            advanced as (
                update revision_counter set value = revision from changed
            ), history as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select revision, event, module_id, record_id, id, configuration_id, source, reason, rule_id, ?, ?
                from changed
            )
            select changed.revision, target.source, target.own
            from (select) as one_row left join changed on true left join target on true
            """;

    static final String RELEASE = TARGET_AND_COUNTER + """
            ended as (
                delete from record_lock using counter where id = ? and source = 'manual'
                returning id, module_id, record_id, configuration_id, source, reason, rule_id, value + 1 as revision
            ), demoted as (
                update record_lock
                set source = 'automatic', reason = null, locked_by = null, revision = value + 1
                from counter where id = ? and source = 'both'
                returning id, module_id, record_id, configuration_id, source, reason, rule_id, revision
            ), changed as (
                select 'unlocked' as event, * from ended union all select 'source_changed', * from demoted
            ),
            """ + HISTORY_AND_ANSWER;

    static final String CHANGE_REASON = TARGET_AND_COUNTER + """
            changed as (
                update record_lock set reason = ?, revision = value + 1
                from counter where id = ? and source <> 'automatic'
                returning 'reason_changed' as event, id, module_id, record_id, configuration_id, source,
                          record_lock.reason, rule_id, revision
            ),
            """ + HISTORY_AND_ANSWER;

    private static final String LOCKS_WITH_NAMES = "select r.name as record_name, " + LOCK_COLUMNS + """
            from record_lock l
                left join crm_user u on u.id = l.locked_by
                left join crm_record r on r.module_id = l.module_id and r.record_id = l.record_id
            """;

    static final String FIND = LOCKS_WITH_NAMES + """
            where l.module_id = ? and l.record_id = ?
            """;

    static final String SEARCH = LOCKS_WITH_NAMES;

    static final String HISTORY = """
            select e.revision, e.event, e.module_id, e.record_id, e.lock_id, e.source, e.reason, e.rule_id, e.at,
                   e.cause, e.actor_id, u.name as actor_name
            from lock_event e left join crm_user u on u.id = e.actor_id
            where e.module_id = ? and e.record_id = ? and e.revision > ?
            order by e.revision
            limit ?
            """;
}
