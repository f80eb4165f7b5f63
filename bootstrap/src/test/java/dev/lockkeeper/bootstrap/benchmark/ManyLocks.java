package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Locks by hand in numbers, each with a reason and a history of its own. They are made by SQL: calls would take too long. */
final class ManyLocks {

    static final int COUNT = 1_000_000;

    /** As the service would have made them, of the module and by the user of a lock that is there. */
    private static final String INSERT = """
            do $$
            begin
                -- Without a look at what each row refers to, which is there.
                perform set_config('session_replication_role', 'replica', true);
                perform value from revision_counter for update;
                insert into record_lock (
                    module_id, record_id, configuration_id, source, reason, locked_by, locked_time, revision)
                select known.module_id, 1777000000700000000 + number, known.configuration_id, 'manual',
                    'Contract under review, case ' || 1000000 + number, known.locked_by, now(), counter.value + number
                from (select * from record_lock order by id limit 1) known, revision_counter counter,
                    generate_series(1, %1$d) number;
                insert into lock_event (
                    revision, event, module_id, record_id, lock_id, configuration_id, source, reason, actor_id, at)
                select made.revision, 'locked', module_id, record_id, id, configuration_id, source, reason, locked_by,
                    locked_time
                from record_lock made, revision_counter counter where made.revision > counter.value;
                update revision_counter set value = value + %1$d;
            end $$
            """.formatted(COUNT);

    private ManyLocks() {}

    static void insert(TestDatabase database) {
        database.execute(INSERT);
        database.execute("vacuum analyze record_lock, lock_event");
    }

    /** The embedded database of a service that runs. */
    static TestDatabase embedded(Path data) throws IOException {
        Path server = data.resolve("postgresql").resolve("postmaster.pid");
        String port = Files.readAllLines(server).get(3).strip();
        return new TestDatabase(
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port),
                "postgres",
                Files.readString(data.resolve("password")).strip());
    }
}
