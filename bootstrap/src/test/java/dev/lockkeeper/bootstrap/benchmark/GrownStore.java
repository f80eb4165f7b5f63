package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A service's database that has grown, by SQL: calls would take days. The service must not run meanwhile. */
record GrownStore(TestDatabase database) {

    /** The lock from which all are made, which the service took. */
    static final long KNOWN_RECORD = 1;

    /** Of the first active lock; they follow each other. */
    static final long FIRST_LOCKED = 1_777_000_000_700_000_000L;

    private static final long FIRST_PAST = 1_777_000_000_900_000_000L;
    private static final int PARTS = 6;
    private static final int DAYS_OF_PART = 122;
    private static final int EVENTS_OF_RECORD = 4;

    private static final String MOVE_ON = """
            do $$
            begin
                if not exists (select from history_part where number = %1$d + 1) then
                    perform add_history_part(%1$d + 1);
                end if;
            end $$;
            update history_part set begun_after = value, begun_at = now() - interval '%2$d days' from revision_counter
            where number = %1$d + 1;
            select setval('history_part_now', %1$d + 1);
            """;

    private static final String SIZES = """
            select regexp_replace(c.relname, '_[0-9]+', '') || case c.relkind when 'r' then ', rows' else '' end as what,
                pg_size_pretty(sum(pg_relation_size(c.oid))) as size
            from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i')
                and (c.relname like 'lock\\_event%' or c.relname like 'record\\_lock%' or c.relname like 'revision\\_counter%')
            group by 1 order by sum(pg_relation_size(c.oid)) desc
            """;
    private static final String CHURN = """
            select regexp_replace(relname, '_[0-9]+$', '') as what, sum(n_dead_tup) || ' dead rows, '
                || sum(autovacuum_count) || ' autovacuums, ' || sum(n_tup_upd) || ' updates, '
                || sum(n_tup_hot_upd) || ' of them in place, ' || pg_size_pretty(sum(pg_table_size(relid))) || ' and '
                || pg_size_pretty(sum(pg_indexes_size(relid))) || ' of indexes'
            from pg_stat_user_tables
            where relname = 'record_lock' or relname = 'revision_counter' or relname like 'lock\\_event\\_%'
            group by 1 order by 1
            """;

    /** Something that was looked up, with what it is of. */
    record Finding(String what, String found) {}

    /** Lets the history grow to so many events, in parts. */
    void addEvents(long events) {
        long each = events / PARTS;
        for (int part = 1; part <= PARTS; part++) {
            if (part > 1) {
                database.execute(MOVE_ON.formatted(part - 1, (PARTS - part + 1) * DAYS_OF_PART));
            }
            database.execute(fillPart(part, events, each));
        }
        database.execute(MOVE_ON.formatted(PARTS, 0));
        database.execute("vacuum (freeze, analyze) lock_event");
    }

    /** Lets there be so many active locks, of which there are some already. */
    void addLocks(long before, long locks) {
        database.execute(insertLocks(before, locks));
        database.execute("vacuum (freeze, analyze) record_lock");
        database.execute("checkpoint");
    }

    /** Indexes afterwards: one by one they would take several times as long. */
    private static String fillPart(int part, long events, long each) {
        return """
            set session_replication_role = replica;
            set maintenance_work_mem = '512MB';
            alter table lock_event_%1$d drop constraint lock_event_%1$d_pkey;
            drop index lock_event_%1$d_of_record;
            insert into lock_event_%1$d (part, revision, event, module_id, record_id, lock_id, configuration_id, source, reason,
                                         actor_id, at)
            select %1$d, counter.value + g, case g %% 2 when 1 then 'locked' else 'unlocked' end, known.module_id,
                %2$d + (counter.value + g) * 7919 %% %3$d, known.id + (g + 1) / 2, known.configuration_id, 'manual',
                'Contract under review, case ' || g, known.locked_by,
                now() - (%4$d - g::float8 / %5$d) * interval '%6$d days'
            from (select * from record_lock where record_id = %7$d) known, revision_counter counter,
                generate_series(1, %5$d) g;
            alter table lock_event_%1$d add primary key (revision);
            create index lock_event_%1$d_of_record on lock_event_%1$d (module_id, record_id, revision);
            update revision_counter set value = value + %5$d;
            insert into history_part (number) values (%1$d) on conflict (number) do nothing;
            """.formatted(
                part, FIRST_PAST, events / EVENTS_OF_RECORD, PARTS - part + 1, each, DAYS_OF_PART, KNOWN_RECORD);
    }

    /** Their events are older than the history, as far as a reader can tell. */
    private static String insertLocks(long before, long locks) {
        return """
            set session_replication_role = replica;
            insert into record_lock (module_id, record_id, configuration_id, source, reason, locked_by, locked_time, revision)
            select known.module_id, %1$d + g, known.configuration_id, 'manual', 'Contract under review, case ' || 1000000 + g,
                known.locked_by, now() - g * interval '1 second', 1
            from (select * from record_lock where record_id = %4$d) known, generate_series(%2$d, %3$d) g;
            """.formatted(FIRST_LOCKED, before, locks - 1, KNOWN_RECORD);
    }

    /** How large tables and indexes are, the parts of the history together. */
    String sizes() {
        return find(SIZES).stream()
                .map(size -> size.what() + ": " + size.found())
                .collect(Collectors.joining("; "));
    }

    /** What changing many locks has left behind. */
    List<Finding> churn() {
        database.execute("select pg_stat_force_next_flush()");
        return find(CHURN);
    }

    /** How often autovacuum has been at tables of locks. */
    long autovacuums() {
        return database.number("select sum(autovacuum_count)::bigint from pg_stat_user_tables "
                + "where relname = 'record_lock' or relname = 'revision_counter' or relname like 'lock\\_event\\_%'");
    }

    private List<Finding> find(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<Finding> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Finding(rows.getString(1), rows.getString(2)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
