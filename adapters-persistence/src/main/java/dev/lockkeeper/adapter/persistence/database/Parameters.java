package dev.lockkeeper.adapter.persistence.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a statement its parameters one after the other, each as the type its column has. */
public final class Parameters {

    private final PreparedStatement statement;
    private int position;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public Parameters bigint(long value) throws SQLException {
        statement.setLong(++position, value);
        return this;
    }

    public Parameters bigint(@Nullable Long value) throws SQLException {
        statement.setObject(++position, value, Types.BIGINT);
        return this;
    }

    public Parameters bool(boolean value) throws SQLException {
        statement.setBoolean(++position, value);
        return this;
    }

    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    public Parameters bytea(byte[] value) throws SQLException {
        statement.setBytes(++position, value);
        return this;
    }

    public Parameters timestamptz(@Nullable Instant value) throws SQLException {
        statement.setObject(
                ++position, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    public Parameters timestamptzs(List<Instant> values) throws SQLException {
        return array(
                "timestamptz",
                values.stream().map(value -> value.atOffset(ZoneOffset.UTC)).toList());
    }

    public Parameters bigints(List<? extends @Nullable Long> values) throws SQLException {
        return array("bigint", values);
    }

    /** Numbers without nulls, sent as they are instead of as text. */
    public Parameters bigints(long[] values) throws SQLException {
        statement.setObject(++position, values);
        return this;
    }

    public Parameters bools(boolean[] values) throws SQLException {
        statement.setObject(++position, values);
        return this;
    }

    public Parameters texts(List<? extends @Nullable String> values) throws SQLException {
        return array("text", values);
    }

    private Parameters array(String type, List<?> values) throws SQLException {
        statement.setArray(++position, statement.getConnection().createArrayOf(type, values.toArray()));
        return this;
    }
}
