package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The way to PostgreSQL for statements that are hot or unlike a repository's: each is a transaction of its own, one
 * round trip. What PostgreSQL fails with becomes {@link StoreUnavailable} where the caller can come again.
 */
@Singleton
public final class Database {

    private final DataSource dataSource;
    private final int statementTimeoutSeconds;

    /** @param statementTimeout after it a statement is cancelled; whole seconds */
    Database(DataSource dataSource, @Value("${lockkeeper.database.statement-timeout:5s}") Duration statementTimeout) {
        // Micronaut Data's own data source hands out connections inside its transactions only.
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.statementTimeoutSeconds = Math.toIntExact(statementTimeout.toSeconds());
    }

    /** Gives a statement its parameters. */
    @FunctionalInterface
    public interface Binder {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Several statements in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs a statement that changes nothing. */
    public <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
        return run(Kind.READ, connection -> query(connection, sql, binder, reader));
    }

    /** Runs a query that answers at most one row. */
    public <T> Optional<T> queryOne(String sql, Binder binder, RowReader<T> reader) {
        return query(sql, binder, reader).stream().findFirst();
    }

    /**
     * Runs one statement that changes something and answers one row.
     *
     * @throws SQLException for what the caller has to judge: a violated constraint
     */
    public <T> T change(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        return runJudged(
                Kind.CHANGE,
                connection -> query(connection, sql, binder, reader).getFirst());
    }

    /** Runs several statements in one transaction. */
    public <T> T inTransaction(Work<T> work) {
        return run(Kind.CHANGE, connection -> {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.commit();
            // Where this is not reached, the pool rolls back what it gets back.
            return result;
        });
    }

    /** Runs one statement of several in {@link #inTransaction}, with the same time-out as those that stand alone. */
    public <T> List<T> query(Connection connection, String sql, Binder binder, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(statementTimeoutSeconds);
            binder.bind(new Parameters(statement));
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    /** Asks a repository of Micronaut Data, giving its failures the same meaning. */
    public <T> T ask(Supplier<T> repositoryCall) {
        try {
            return repositoryCall.get();
        } catch (RuntimeException e) {
            // Micronaut Data wraps PostgreSQL's failures in several unrelated exceptions of its own.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException failure) {
                    throw Failures.translate(Kind.READ, failure);
                }
            }
            throw e;
        }
    }

    /** What a failing statement may have done. */
    enum Kind {
        READ,
        CHANGE
    }

    private <T> T run(Kind kind, Work<T> work) {
        try {
            return runJudged(kind, work);
        } catch (SQLException e) {
            throw Failures.translate(kind, e);
        }
    }

    private <T> T runJudged(Kind kind, Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            return work.run(connection);
        } catch (SQLException e) {
            if (Failures.isViolatedConstraint(e)) {
                throw e;
            }
            throw Failures.translate(kind, e);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, e);
        }
    }
}
