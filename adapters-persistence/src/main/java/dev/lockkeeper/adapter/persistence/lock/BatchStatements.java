package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Transaction;

/**
 * The SQL of a {@link LockBatch}: for each of many records one change, as if each came alone.
 *
 * <p>They are sent together, and first of all the row of {@code revision_counter} is taken. That order makes deadlocks
 * impossible, lets one transaction at a time change locks, and so makes revisions gapless and in the order of commits. The
 * statements after it begin once it is there, and so see everything that was committed before, the end of a configuration
 * among it: whoever ends one takes the counter, too.
 *
 * <p>They answer one row for each change, with the place at which the change stands, from 1. What they answer has columns of
 * a fixed size only, as {@code Transaction.commit} wants it. Locks are looked up one by one ({@code offset 0}): PostgreSQL,
 * which does not know how few are asked for, might read all of them. They are looked up by their record, and changed where
 * they were found ({@code ctid}), which cannot have changed since: while PostgreSQL takes the table for empty it would as soon
 * read all locks in the order of any index that has the wanted column.
 *
 * <p>Each decides everything in one place, a {@code decision} for each change, which has a revision when the change is to be
 * made; what follows only writes that down. Setting up what a statement consists of takes as long as a dozen changes do, so
 * the fewer parts it has the better.
 */
final class BatchStatements {

    private BatchStatements() {}

    /** Answers the revision so far. */
    static final String TAKE_COUNTER =
            "select value, " + Transaction.KEEPING_PLANS_BY_INDEX + " from revision_counter for update";

    private static final String ADVANCED = """
            advanced as (
                update revision_counter set value = latest from (select max(revision) as latest from decision) as made
                where latest is not null
            )
            """;

    /**
     * Takes locks. Answers for each place whether the configuration is in force, and id and revision of the lock, or nulls
     * when the record has one already.
     */
    static final String ACQUIRE = """
            with decision as materialized (
                select asked.*,
                       case when may then nextval('crm_id') end as id,
                       case when may then (select value from revision_counter)
                           + count(*) filter (where may) over (rows unbounded preceding) end as revision
                from (
                    select asked.*, in_force and not exists (
                               select from record_lock l
                               where l.module_id = asked.module_id and l.record_id = asked.record_id offset 0
                           ) as may
                    from (
                        select place, module_id, record_id, configuration_id, source, reason,
                               nullif(locked_by, 0) as locked_by, nullif(rule_id, 0) as rule_id,
                               timestamptz 'epoch' + locked_at * interval '1 microsecond' as locked_time,
                               exists (
                                   select from locking_configuration c
                                   where c.id = configuration_id and c.version = configuration_version
                                       and c.deleted_time is null offset 0
                               ) as in_force
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as asked (
                            module_id, record_id, configuration_id, configuration_version, source, reason, locked_by,
                            rule_id, locked_at, place)
                        offset 0
                    ) asked offset 0
                ) asked
            ), acquired as (
                insert into record_lock (id, module_id, record_id, configuration_id, source, reason, locked_by, rule_id,
                                         locked_time, revision)
                select id, module_id, record_id, configuration_id, source, reason, locked_by, rule_id, locked_time, revision
                from decision where revision is not null
            ), history as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select revision, 'locked', module_id, record_id, id, configuration_id, source,
                       reason, rule_id, locked_by, locked_time
                from decision where revision is not null
            ),
            """ + ADVANCED + "select place, in_force, id, revision from decision";

    /** The locks to be changed as they stand, and the revisions of those that the callers may change. */
    private static final String DECISION = """
            decision as materialized (
                select asked.*,
                       case when may then (select value from revision_counter)
                           + count(*) filter (where may) over (rows unbounded preceding) end as revision
                from (
                    select change.*, held.row, held.configuration_id, held.source, held.reason, held.locked_by, held.rule_id,
                           held.locked_time, held.locked_by is not distinct from by_user as own,
                           coalesce(held.source <> 'automatic', false)
                               and (held.locked_by is not distinct from by_user or not own_only) as may
                    from change left join lateral (
                        select l.ctid as row, l.* from record_lock l
                        where l.module_id = change.module_id and l.record_id = change.record_id offset 0
                    ) held on held.id = lock_id
                    offset 0
                ) asked
            ),
            """ + ADVANCED;

    private static final String ANSWER = """
            select place, revision, source is not null as found, own, locked_by, rule_id,
                   (extract(epoch from locked_time) * 1000000)::bigint as locked_at
            from decision
            """;

    /**
     * Ends the persons' part of locks. Answers for each place whether there is such a lock and whose it is, and the
     * revision of its change with what is left of it then, or nulls when it was not changed.
     */
    static final String RELEASE = """
            with change as (
                select place, module_id, record_id, lock_id, by_user, own_only,
                       timestamptz 'epoch' + changed_at * interval '1 microsecond' as at
                from unnest(?, ?, ?, ?, ?, ?) with ordinality as change (
                    module_id, record_id, lock_id, by_user, own_only, changed_at, place)
            ),
            """ + DECISION + """
            , ended as (
                delete from record_lock
                where ctid = any (array(select row from decision where revision is not null and source = 'manual'))
            ), demoted as (
                update record_lock l
                set source = 'automatic', reason = null, locked_by = null,
                    revision = (select d.revision from decision d where d.row = l.ctid)
                where ctid = any (array(select row from decision where revision is not null and source = 'both'))
            ), history as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select revision, case source when 'manual' then 'unlocked' else 'source_changed' end, module_id, record_id,
                       lock_id, configuration_id, case source when 'manual' then source else 'automatic' end,
                       case source when 'manual' then reason end, rule_id, by_user, at
                from decision where revision is not null
            )
            """ + ANSWER;

    /** Gives the persons' part of locks other reasons, and answers as {@link #RELEASE} does. */
    static final String CHANGE_REASON = """
            with change as (
                select place, module_id, record_id, lock_id, by_user, own_only,
                       timestamptz 'epoch' + changed_at * interval '1 microsecond' as at, other_reason
                from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality as change (
                    module_id, record_id, lock_id, by_user, own_only, changed_at, other_reason, place)
            ),
            """ + DECISION + """
            , changed as (
                update record_lock l
                set (reason, revision) = (select d.other_reason, d.revision from decision d where d.row = l.ctid)
                where ctid = any (array(select row from decision where revision is not null))
            ), history as (
                insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                        reason, rule_id, actor_id, at)
                select revision, 'reason_changed', module_id, record_id, lock_id, configuration_id, source, other_reason,
                       rule_id, by_user, at
                from decision where revision is not null
            )
            """ + ANSWER;
}
