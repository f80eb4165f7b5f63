package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What becomes of a history that was begun before it had parts. */
class HistoryMigrationTest {

    private static final String BEFORE_PARTS = "8";
    private static final int EVENTS = 1_000;

    /** As a process of that release adds to the history, which may run on beside a newer one. */
    private static final String ADD = """
            insert into lock_event (revision, event, module_id, record_id, lock_id, configuration_id, source, actor_id, at)
            select g, 'locked', 1, g %% 10 + 1, g, 1, 'manual', 1, timestamptz 'epoch' + g * interval '1 day'
            from generate_series(%1$d, %2$d) g;
            update revision_counter set value = %2$d
            """;

    private static final String CHECKSUM =
            "select sum(hashtext((e.revision, e.event, e.record_id, e.lock_id, e.actor_id, "
                    + "e.at, e.cause)::text)) from lock_event e where revision <= " + EVENTS;

    private final TestDatabase database = TestDatabase.create();

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.url(), database.username(), database.password());
    }

    private void migrateTo(String target) {
        flyway().target(target).load().migrate();
    }

    private void addUser() {
        database.execute("insert into profile (id, name, permissions) values (1, 'Sales', '{}');"
                + "insert into crm_user (id, name, profile_id, portal) values (1, 'Somebody', 1, false)");
    }

    private long part(long revision) {
        return database.number("select part from lock_event where revision = " + revision);
    }

    @Test
    void keepsEveryEventAndGoesOn() {
        migrateTo(BEFORE_PARTS);
        addUser();
        database.execute(ADD.formatted(1, EVENTS));
        long before = database.number(CHECKSUM);

        migrateTo("latest");

        assertThat(database.number(CHECKSUM)).isEqualTo(before);
        assertThat(part(1)).isEqualTo(part(EVENTS)).isOne();
        database.execute(ADD.formatted(EVENTS + 1, EVENTS + 1));
        assertThat(part(EVENTS + 1)).isEqualTo(2);
        assertThat(database.number("select count(*) from lock_event where module_id = 1 and record_id = 2"))
                .isEqualTo(EVENTS / 10 + 1);
    }

    @Test
    void beginsANewStoreWithTheFirstPart() {
        migrateTo("latest");
        addUser();

        database.execute(ADD.formatted(1, 1));

        assertThat(part(1)).isOne();
    }

    /** The end of one part and the beginning of the next have the same shape, however they came to be. */
    @Test
    void makesPartsThatAreLikeTheFirst() {
        migrateTo("latest");
        String shape = """
                select count(distinct shape) from (
                    select (
                        select string_agg(a.attname || ' ' || a.atttypid::regtype || ' ' || a.attnotnull, ', ' order by attnum)
                        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                    ) || (
                        select string_agg(replace(pg_get_indexdef(i.indexrelid), c.relname, ''), ', ' order by i.indexrelid)
                        from pg_index i where i.indrelid = c.oid
                    ) || (
                        select string_agg(pg_get_constraintdef(t.oid), ', ' order by pg_get_constraintdef(t.oid))
                        from pg_constraint t where t.conrelid = c.oid and t.contype <> 'n'
                    ) as shape
                    from pg_class c join pg_inherits on inhrelid = c.oid and inhparent = 'lock_event'::regclass
                ) as parts
                """;
        assertThat(database.number("select count(*) from pg_inherits where inhparent = 'lock_event'::regclass"))
                .isEqualTo(2);
        assertThat(database.number(shape)).isOne();
    }
}
