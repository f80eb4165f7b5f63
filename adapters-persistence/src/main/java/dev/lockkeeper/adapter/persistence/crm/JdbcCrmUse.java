package dev.lockkeeper.adapter.persistence.crm;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.crm.CommonConcurrency;
import dev.lockkeeper.domain.crm.CrmUse;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@link CrmUse} on PostgreSQL. Reports pass one at a time, since each takes the row of {@code crm_use} first. */
@Singleton
final class JdbcCrmUse implements CrmUse {

    private static final String TAKE = "select concurrency, sank_at, quiet_since from crm_use for update";
    private static final String CHANGE = "update crm_use set concurrency = ?, sank_at = ?, quiet_since = ?";

    /** Statements of one query see nothing of each other, hence the second that counts. */
    private static final String NOTE = """
            with absent as (
                delete from crm_use_process where reported_at <= ? and process <> ?
            ), long_ago as (
                delete from crm_use_hour where hour <= ? and hour <> ?
            ), present as (
                insert into crm_use_process (process, reported_at) values (?, ?)
                on conflict (process) do update set reported_at = excluded.reported_at
            )
            insert into crm_use_hour as known (hour, calls) values (?, ?)
            on conflict (hour) do update set calls = known.calls + excluded.calls
            """;

    private static final String COUNT = """
            select (select count(*) from crm_use_process) as processes,
                   (select sum(calls)::bigint from crm_use_hour) as calls
            """;

    private static final String LEAVE = "delete from crm_use_process where process = ?";

    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database;

    JdbcCrmUse(Database database) {
        this.database = database;
    }

    @Override
    public Share report(Report report) {
        return database.inTransaction(transaction -> {
            CommonConcurrency before = transaction
                    .queryOne(TAKE, _ -> {}, row -> concurrency(row, report.most()))
                    .orElseThrow();
            CommonConcurrency after = before.after(report);
            transaction.update(
                    CHANGE,
                    parameters -> parameters
                            .bigint(after.value())
                            .timestamptz(after.sankAt())
                            .timestamptz(after.quietSince()));
            note(transaction, report);
            return transaction
                    .queryOne(
                            COUNT,
                            _ -> {},
                            row -> new Share(
                                    after.value(), Math.toIntExact(row.getLong("processes")), row.getLong("calls")))
                    .orElseThrow();
        });
    }

    private static CommonConcurrency concurrency(ResultSet row, int most) throws SQLException {
        int value = row.getInt("concurrency");
        return row.wasNull()
                ? CommonConcurrency.first(most)
                : new CommonConcurrency(value, instant(row, "sank_at"), instant(row, "quiet_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void note(Transaction transaction, Report report) throws SQLException {
        Instant at = report.at();
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        transaction.update(
                NOTE,
                parameters -> parameters
                        .timestamptz(at.minus(ABSENT_AFTER))
                        .text(report.process())
                        // An hour counts as long as any of it is within the day.
                        .timestamptz(at.minus(DAY).minus(HOUR))
                        .timestamptz(hour)
                        .text(report.process())
                        .timestamptz(at)
                        .timestamptz(hour)
                        .bigint(report.calls()));
    }

    @Override
    public void leave(String process) {
        database.inTransaction(transaction -> transaction.update(LEAVE, parameters -> parameters.text(process)));
    }
}
