package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.lock.MirroredRecord;

/**
 * The SQL of {@link JdbcMirroredLocks}.
 *
 * <p>Whoever claims, settles with an effect on the lock, or adopts an observation enters the record first
 * ({@code enter_record}), and reads in a statement that begins after that. So of a claim and an observation of one
 * record, either the claim was committed before the observation is judged, which then sees the open intent, or a later
 * one in place of it, and is outdated; or the claim begins after the observation was adopted, and is judged by what was
 * found. No interleaving lets an observation that is older than a claim win over it. Ids of intents are given after the
 * record was entered as well, so that a record's latest intent has the highest.
 *
 * <p>The order is: the record, the intent's row, the revision counter, the rows of locks. Claims take the record alone.
 * The counter is taken by statements that are sent together with the commit: whoever waits for it waits for PostgreSQL,
 * not for a process. Whoever holds it already may end locks, but never waits for a record or an intent.
 */
final class MirrorStatements {

    private MirrorStatements() {}

    static final String CLAIM = "select * from claim_intent(?, ?, ?, ?, ?, ?, ?, ?, ?, ? * interval '1 microsecond')";

    private static final String INTENT_COLUMNS = """
            i.id as intent_id, i.module_id as intent_module_id, i.record_id as intent_record_id, i.kind, i.lock_id,
            i.reason as intent_reason, i.configuration_id as intent_configuration_id, i.by_user, i.at, i.holder,
            asking.name as by_name
            """;

    private static final String SETTLE_HELD = """
            where id = ? and holder = ? and settled_at is null
            returning result
            """;

    /** What comes of an intent that is held still. */
    static final String SETTLE =
            "update lock_intent set settled_at = clock_timestamp(), result = ?::json " + SETTLE_HELD;

    /**
     * As {@link #SETTLE}, of a change that was made. The revision is the record's latest as it is now, which only its
     * steps have made known.
     */
    static final String SETTLE_MADE = """
            update lock_intent set settled_at = clock_timestamp(), result = (
                select ?::jsonb || jsonb_build_object('revision', coalesce(max(e.revision),
            """ + MirroredRecord.DROPPED + """
                    )::text) from lock_event e
                where e.module_id = lock_intent.module_id and e.record_id = lock_intent.record_id
            )::json
            """ + SETTLE_HELD;

    /** The latest revision of a record without a lock is in its history. */
    private static final String LATEST = """
            left join crm_user u on u.id = l.locked_by
            left join lateral (
                select max(e.revision) as revision from lock_event e
                where l.id is null and e.module_id = wanted.module_id and e.record_id = wanted.record_id
            ) past on true
            """;

    /** An intent that is held still, and how its record stands. */
    static final String HELD = """
            select wanted.locked_time as taken_time, coalesce(l.revision, past.revision,
            """ + MirroredRecord.DROPPED + """
            ) as last_revision,
            """ + MirroredRecord.LOCK_COLUMNS + """
            from lock_intent wanted
                left join record_lock l on l.module_id = wanted.module_id and l.record_id = wanted.record_id
            """ + LATEST + """
            where wanted.id = ? and wanted.holder = ? and wanted.settled_at is null
            for update of wanted
            """;

    static final String STANDING =
            """
            select wanted.record_id as wanted_id, coalesce(l.revision, past.revision,
            """ + MirroredRecord.DROPPED + """
                   ) as last_revision,
                   latest.id as latest_intent, coalesce(latest.open, false) as open,
            """ + MirroredRecord.LOCK_COLUMNS + """
            from (select ?::bigint as module_id, unnest(?) as record_id) wanted
                left join record_lock l on l.module_id = wanted.module_id and l.record_id = wanted.record_id
            """ + LATEST + """
                left join lateral (
                    select i.id, i.settled_at is null as open from lock_intent i
                    where i.module_id = wanted.module_id and i.record_id = wanted.record_id
                    order by i.id desc limit 1
                ) latest on true
            """;

    static final String POSTPONE = """
            update lock_intent set held_until = clock_timestamp() + ? * interval '1 microsecond'
            where id = ? and holder = ? and settled_at is null
            """;

    static final String TAKE_OVER =
            """
            with due as (
                select id from lock_intent where settled_at is null and held_until <= clock_timestamp()
                order by id limit ?
                for update skip locked
            ), i as (
                update lock_intent
                set holder = holder + 1, held_until = clock_timestamp() + ? * interval '1 microsecond'
                from due where lock_intent.id = due.id
                returning lock_intent.*
            )
            select\s""" + INTENT_COLUMNS + " from i join crm_user asking on asking.id = i.by_user order by i.id";

    static final String FIND_OPEN = "select " + INTENT_COLUMNS + """
            from lock_intent i join crm_user asking on asking.id = i.by_user
            where i.module_id = ? and i.record_id = ? and i.settled_at is null
            """;

    static final String RESULT = "select result from lock_intent where id = ?";

    static final String FORGET = """
            delete from lock_intent where id in (
                select id from lock_intent where settled_at < clock_timestamp() - ? * interval '1 microsecond'
                for update skip locked
            )
            """;

    static final String LOCKED_RECORDS =
            "select record_id from record_lock where module_id = ? and record_id > ? order by record_id limit ?";
}
