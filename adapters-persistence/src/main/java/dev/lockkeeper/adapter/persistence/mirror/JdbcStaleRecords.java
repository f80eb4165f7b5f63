package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.mirror.StaleRecords;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * {@link StaleRecords} on PostgreSQL. Whoever takes several rows takes them by ascending record, or passes over those
 * that somebody else has.
 */
@Singleton
final class JdbcStaleRecords implements StaleRecords {

    private static final String NOTE = """
            insert into stale_record (module_id, record_id)
            select distinct ?::bigint, record_id from unnest(?) as record_id order by record_id
            on conflict (module_id, record_id) do update set noted_again = true
            """;

    private static final String TAKE = """
            with oldest as (
                select module_id from stale_record where held_until <= clock_timestamp()
                order by noted limit 1
                for update skip locked
            ), due as (
                select s.module_id, s.record_id from oldest join stale_record s using (module_id)
                where s.held_until <= clock_timestamp()
                order by s.noted limit ?
                for update of s skip locked
            ), batch as (
                select nextval('stale_batch') as id
            ), given as (
                update stale_record s
                set taken = batch.id, noted_again = false,
                    held_until = clock_timestamp() + ? * interval '1 microsecond'
                from due, batch where s.module_id = due.module_id and s.record_id = due.record_id
                returning s.module_id, s.record_id, s.noted, s.taken
            )
            select module_id, record_id, taken from given order by noted
            """;

    private static final String BATCH = "module_id = ? and record_id = any(?) and taken = ?";

    private static final String HOLD = "select from stale_record where " + BATCH + " order by record_id for update";

    private static final String FORGET = "delete from stale_record where not noted_again and " + BATCH;

    private static final String FREE =
            "update stale_record set held_until = '-infinity' where noted_again and " + BATCH;

    private static final String COUNT = "select count(*) as records from stale_record";

    private final Database database;

    JdbcStaleRecords(Database database) {
        this.database = database;
    }

    @Override
    public void note(ModuleId module, Collection<RecordId> records) {
        List<Long> ids = ids(records);
        database.inTransaction(transaction -> transaction.update(
                NOTE, parameters -> parameters.bigint(module.value()).bigints(ids)));
    }

    private record Given(ModuleId module, RecordId record, long taken) {}

    @Override
    public Optional<Batch> take(int limit, Duration lease) {
        List<Given> given = database.inTransaction(transaction -> transaction.query(
                TAKE,
                parameters -> parameters.bigint(limit).bigint(lease.dividedBy(ChronoUnit.MICROS.getDuration())),
                row -> new Given(
                        new ModuleId(row.getLong("module_id")),
                        new RecordId(row.getLong("record_id")),
                        row.getLong("taken"))));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Given first = given.getFirst();
        return Optional.of(
                new Batch(first.module(), given.stream().map(Given::record).toList(), first.taken()));
    }

    @Override
    public void looked(Batch batch) {
        database.inTransaction(transaction -> {
            int held = transaction
                    .query(HOLD, parameters -> bind(parameters, batch), _ -> true)
                    .size();
            int forgotten = transaction.update(FORGET, parameters -> bind(parameters, batch));
            return forgotten == held ? 0 : transaction.update(FREE, parameters -> bind(parameters, batch));
        });
    }

    private static void bind(Parameters parameters, Batch batch) throws SQLException {
        parameters.bigint(batch.module().value()).bigints(ids(batch.records())).bigint(batch.taken());
    }

    @Override
    public long count() {
        return database.queryOne(COUNT, _ -> {}, row -> row.getLong("records")).orElseThrow();
    }

    private static List<Long> ids(Collection<RecordId> records) {
        return records.stream().map(RecordId::value).toList();
    }
}
