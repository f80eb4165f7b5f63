package dev.lockkeeper.adapter.persistence.lock;

/**
 * The SQL of a {@link LockBatch}: for each of many records one change, in the order in which they stand, as if each came
 * alone.
 *
 * <p>They are sent together, and first of all the row of {@code revision_counter} is taken. That order makes deadlocks
 * impossible, lets one transaction at a time change locks, and so makes revisions gapless and in the order of commits. The
 * statements after it begin once it is there, and so see everything that was committed before, the end of a configuration
 * among it: whoever ends one takes the counter, too.
 *
 * <p>They answer one row for each change, in the order in which the changes stand. What they answer has columns of a fixed
 * size only, as {@code Transaction.commit} wants it. Locks are looked up one by one ({@code offset 0}): PostgreSQL, which does
 * not know how few are asked for, might read all of them. It is not to see how many there are either ({@code (select ?)}), or
 * it would make a new plan for each batch, which takes longer than the batch.
 */
final class BatchStatements {

    private BatchStatements() {}

    /** Answers the revision so far. */
    static final String TAKE_COUNTER = "select value from revision_counter for update";

    /**
     * Takes locks. Answers for each place whether the configuration is in force, and id and revision of the lock, or nulls
     * when the record has one already.
     */
    static final String ACQUIRE = """
            with asked as materialized (
                select place, module_id, record_id, configuration_id, source, reason,
                       nullif(locked_by, 0) as locked_by, nullif(rule_id, 0) as rule_id,
                       timestamptz 'epoch' + locked_at * interval '1 microsecond' as locked_time,
                       exists (
                           select from locking_configuration c
                           where c.id = configuration_id and c.version = configuration_version
                               and c.deleted_time is null offset 0
                       ) as in_force
                from unnest(
                    (select ?), (select ?), (select ?), (select ?), (select ?), (select ?), (select ?), (select ?), (select ?)
                ) with ordinality as asked (
                    module_id, record_id, configuration_id, configuration_version, source, reason, locked_by, rule_id,
                    locked_at, place)
            ), free as (
                select asked.*, value + row_number() over (order by place) as revision
                from asked, revision_counter
                where in_force and not exists (
                    select from record_lock l
                    where l.module_id = asked.module_id and l.record_id = asked.record_id offset 0
                )
            ), acquired as (
                insert into record_lock (module_id, record_id, configuration_id, source, reason, locked_by, rule_id,
                                         locked_time, revision)
                select module_id, record_id, configuration_id, source, reason, locked_by, rule_id, locked_time, revision
                from free
                returning *
            ), advanced as (
                update revision_counter set value = latest from (select max(revision) as latest from free) as changed
                where latest is not null
            ), history as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select revision, 'locked', module_id, record_id, id, configuration_id, source,
                       reason, rule_id, locked_by, locked_time
                from acquired
            )
            select place, in_force, acquired.id, acquired.revision
            from asked left join acquired using (module_id, record_id)
            order by place
            """;

    /** The locks to be changed as they stand, and the revisions of those that the callers may change. */
    private static final String ASKED_AND_ALLOWED = """
            ), asked as materialized (
                select change.*, held.source, held.locked_by is not distinct from by_user as own
                from change left join lateral (
                    select l.source, l.locked_by from record_lock l
                    where l.id = lock_id and l.module_id = change.module_id and l.record_id = change.record_id offset 0
                ) held on true
            ), allowed as materialized (
                select asked.*, value + row_number() over (order by place) as revision
                from asked, revision_counter
                where source <> 'automatic' and (own or not own_only)
            ), advanced as (
                update revision_counter set value = latest from (select max(revision) as latest from allowed) as changed
                where latest is not null
            ),
            """;

    private static final String HISTORY = """
            history as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select allowed.revision, event, changed.module_id, changed.record_id, lock_id, configuration_id,
                       changed.source, changed.reason, rule_id, by_user, at
                from changed join allowed on lock_id = id
            )
            """;

    private static final String ANSWER = """
            select place, allowed.revision, asked.source is not null as found, asked.own, changed.locked_by,
                   changed.rule_id, (extract(epoch from changed.locked_time) * 1000000)::bigint as locked_at
            from asked left join allowed using (place) left join changed on changed.id = asked.lock_id
            order by place
            """;

    /**
     * Ends the persons' part of locks. Answers for each place whether there is such a lock and whose it is, and the
     * revision of its change with what is left of it then, or nulls when it was not changed.
     */
    static final String RELEASE = """
            with change as (
                select place, module_id, record_id, lock_id, by_user, own_only,
                       timestamptz 'epoch' + changed_at * interval '1 microsecond' as at
                from unnest(
                    (select ?), (select ?), (select ?), (select ?), (select ?), (select ?)
                ) with ordinality as change (
                    module_id, record_id, lock_id, by_user, own_only, changed_at, place)
            """ + ASKED_AND_ALLOWED + """
            ended as (
                delete from record_lock where id = any (array(select lock_id from allowed where source = 'manual'))
                returning id, module_id, record_id, configuration_id, source, reason, locked_by, rule_id, locked_time
            ), demoted as (
                update record_lock l
                set source = 'automatic', reason = null, locked_by = null,
                    revision = (select a.revision from allowed a where a.lock_id = l.id)
                where id = any (array(select lock_id from allowed where source = 'both'))
                returning id, module_id, record_id, configuration_id, source, reason, locked_by, rule_id, locked_time
            ), changed as (
                select 'unlocked' as event, * from ended union all select 'source_changed', * from demoted
            ),
            """ + HISTORY + ANSWER;

    /** Gives the persons' part of locks other reasons, and answers as {@link #RELEASE} does. */
    static final String CHANGE_REASON = """
            with change as (
                select place, module_id, record_id, lock_id, by_user, own_only,
                       timestamptz 'epoch' + changed_at * interval '1 microsecond' as at, other_reason
                from unnest(
                    (select ?), (select ?), (select ?), (select ?), (select ?), (select ?), (select ?)
                ) with ordinality as change (
                    module_id, record_id, lock_id, by_user, own_only, changed_at, other_reason, place)
            """ + ASKED_AND_ALLOWED + """
            changed as (
                update record_lock l
                set (reason, revision) = (select a.other_reason, a.revision from allowed a where a.lock_id = l.id)
                where id = any (array(select lock_id from allowed))
                returning 'reason_changed' as event, l.*
            ),
            """ + HISTORY + ANSWER;
}
