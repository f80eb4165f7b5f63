package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import org.flywaydb.core.Flyway;

/**
 * Locks without the service: what a program would do that asks PostgreSQL itself, in the fewest statements there are for
 * it. The tables have the columns, indexes, checks and settings of the service's, without its triggers; revisions
 * come from a sequence, so that nobody waits for anybody.
 *
 * @param database one of its own
 */
record DirectLocks(TestDatabase database) {

    private static final String TABLES = """
            create schema direct;
            create table direct.record_lock (like public.record_lock including all) with (vacuum_truncate = off,
                autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_limit = 2000);
            create table direct.lock_event (like public.lock_event including all, primary key (revision));
            create index on direct.lock_event (module_id, record_id, revision);
            create sequence direct.revision as bigint;
            """;

    /** As the service has its statements planned: else they would be slow after a plan for an empty table. */
    static final String PLANS = "-c enable_seqscan=off -c enable_bitmapscan=off -c jit=off";

    /** As wide as ids of the service's are. */
    private static final long SOME_ID = 1_777_000_000_001_000_002L;

    /** The first client's; each has one. */
    static final long FIRST_RECORD = 5_843_104_000_000_000_000L;

    /** For pgbench: locks and unlocks in turns a record that is the client's own, one statement a transaction. */
    static final String SCRIPT = """
            \\set record %1$d + :client_id
            \\if :held = 0
            with locked as (insert into direct.record_lock (module_id, record_id, configuration_id, source, reason, \
            locked_by, locked_time, revision) values (%2$d, :record, %2$d, 'manual', '%3$s', %2$d, now(), \
            nextval('direct.revision')) returning *) insert into direct.lock_event (revision, event, module_id, \
            record_id, lock_id, configuration_id, source, reason, actor_id, at) select revision, 'locked', module_id, \
            record_id, id, configuration_id, source, reason, locked_by, locked_time from locked;
            \\set held 1
            \\else
            with unlocked as (delete from direct.record_lock where module_id = %2$d and record_id = :record returning *) \
            insert into direct.lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source, \
            reason, actor_id, at) select nextval('direct.revision'), 'unlocked', module_id, record_id, id, \
            configuration_id, source, reason, locked_by, now() from unlocked;
            \\set held 0
            \\endif
            """.formatted(FIRST_RECORD, SOME_ID, LockTurns.REASON);

    /** Makes the tables. */
    static DirectLocks createIn(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .load()
                .migrate();
        database.execute(TABLES);
        return new DirectLocks(database);
    }

    /** How often a record has been locked or unlocked so far. */
    long changes() {
        return database.number("select count(*) from direct.lock_event");
    }

    /**
     * Fails unless exactly so many changes have been made, every one of them the lock or the unlock that it should have
     * been, and clears away the locks that clients were left with in the end.
     */
    void verify(long changes) {
        long made = changes();
        long locks = database.number("select count(*) from direct.record_lock");
        long balance = database.number("""
                select count(*) filter (where event = 'locked') - count(*) filter (where event = 'unlocked')
                from direct.lock_event
                """);
        long cleared = database.number("""
                with unlocked as (
                    delete from direct.record_lock returning *
                ), ended as (
                    insert into direct.lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source,
                                                   reason, actor_id, at)
                    select nextval('direct.revision'), 'unlocked', module_id, record_id, id, configuration_id, source,
                           reason, locked_by, now()
                    from unlocked
                )
                select count(*) from unlocked
                """);
        if (made != changes || locks != balance || cleared != locks) {
            throw new IllegalStateException(
                    "pgbench says that it made %,d changes; there are %,d, which leave %,d locks, of %,d"
                            .formatted(changes, made, balance, locks));
        }
    }
}
