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
