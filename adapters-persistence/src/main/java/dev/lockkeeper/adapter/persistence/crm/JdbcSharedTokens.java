package dev.lockkeeper.adapter.persistence.crm;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.domain.crm.SharedToken;
import dev.lockkeeper.domain.crm.SharedTokens;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@link SharedTokens} on PostgreSQL: a row for each set of credentials. */
@Singleton
final class JdbcSharedTokens implements SharedTokens {

    private static final String FIND = """
            select generation, sealed, expires_at, paused_until, failure, letting_in
            from crm_token where credentials = ?
            """;
    private static final String MAKE =
            "insert into crm_token (credentials) values (?) on conflict (credentials) do nothing";
    private static final String CLAIM = """
            update crm_token
            set asking_until = ?,
                attempts = array(select attempt from unnest(attempts) as attempt where attempt > ?) || ?::timestamptz
            where credentials = ? and generation = ? and letting_in
                and coalesce(asking_until <= ?, true)
                and coalesce(paused_until <= ?, true)
                and (select count(*) from unnest(attempts) as attempt where attempt > ?) < ?
            """;
    private static final String RENEW = """
            update crm_token
            set generation = generation + 1, sealed = ?, expires_at = ?, asking_until = null, paused_until = null,
                failure = null, letting_in = true
            where credentials = ? and generation = ?
            """;
    private static final String FAIL = """
            update crm_token set failure = ?, paused_until = ?, letting_in = ?, asking_until = null
            where credentials = ? and generation = ?
            """;

    private final Database database;

    JdbcSharedTokens(Database database) {
        this.database = database;
    }

    @Override
    public SharedToken find(String credentials) {
        return database.queryOne(FIND, parameters -> parameters.text(credentials), JdbcSharedTokens::token)
                .orElseGet(SharedToken::none);
    }

    private static SharedToken token(ResultSet row) throws SQLException {
        return new SharedToken(
                row.getLong("generation"),
                row.getString("sealed"),
                instant(row, "expires_at"),
                instant(row, "paused_until"),
                row.getString("failure"),
                row.getBoolean("letting_in"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public boolean claim(String credentials, long generation, Instant now, Duration lease) {
        Instant at = micros(now);
        Instant windowBegan = at.minus(WINDOW);
        return change(
                credentials,
                CLAIM,
                parameters -> parameters
                        .timestamptz(at.plus(lease))
                        .timestamptz(windowBegan)
                        .timestamptz(at)
                        .text(credentials)
                        .bigint(generation)
                        .timestamptz(at)
                        .timestamptz(at)
                        .timestamptz(windowBegan)
                        .bigint(MOST_IN_WINDOW));
    }

    @Override
    public void renewed(String credentials, long generation, String sealed, Instant expiresAt) {
        change(
                credentials,
                RENEW,
                parameters -> parameters
                        .text(sealed)
                        .timestamptz(micros(expiresAt))
                        .text(credentials)
                        .bigint(generation));
    }

    @Override
    public void failed(String credentials, long generation, String failure, Instant pausedUntil, boolean lettingIn) {
        change(
                credentials,
                FAIL,
                parameters -> parameters
                        .text(failure)
                        .timestamptz(micros(pausedUntil))
                        .bool(lettingIn)
                        .text(credentials)
                        .bigint(generation));
    }

    /** Whether the statement changed the row, which there is then. */
    private boolean change(String credentials, String sql, Binder binder) {
        return database.inTransaction(transaction -> {
            transaction.update(MAKE, parameters -> parameters.text(credentials));
            return transaction.update(sql, binder) > 0;
        });
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
