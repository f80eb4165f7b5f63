package dev.lockkeeper.adapter.persistence.lock;

/**
 * How {@link JdbcLocks} reads; {@link BatchStatements} has how it writes.
 */
final class LockStatements {

    private LockStatements() {}

    /** What {@link LockRows#lock} reads, of {@code record_lock l} and the {@code crm_user u} who locked. */
    static final String LOCK_COLUMNS = """
            l.id, l.module_id, l.record_id, l.configuration_id, l.source, l.reason, l.locked_by, l.rule_id,
            l.locked_time, l.revision, u.name as locked_by_name
            """;

    /** The last revision that the history has dropped, or may have: no record of which it tells nothing has a later one. */
    static final String DROPPED = "(select min(begun_after) from history_part)";

    private static final String LOCKS_WITH_NAMES = "select r.name as record_name, " + LOCK_COLUMNS + """
            from record_lock l
                left join crm_user u on u.id = l.locked_by
                left join crm_record r on r.module_id = l.module_id and r.record_id = l.record_id
            """;

    /**
     * Locks are looked up one by one ({@code offset 0}), as {@link BatchStatements} does. PostgreSQL is not to see how many are
     * asked for ({@code (select ?)}), or it would make a new plan for each batch, which takes longer than the batch.
     */
    static final String FIND = "select place, r.name as record_name, " + LOCK_COLUMNS + """
            from unnest((select ?), (select ?)) with ordinality as asked (module_id, record_id, place)
                join lateral (
                    select * from record_lock held
                    where held.module_id = asked.module_id and held.record_id = asked.record_id offset 0
                ) l on true
                left join lateral (select name from crm_user where id = l.locked_by offset 0) u on true
                left join lateral (
                    select name from crm_record known
                    where known.module_id = l.module_id and known.record_id = l.record_id offset 0
                ) r on true
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
