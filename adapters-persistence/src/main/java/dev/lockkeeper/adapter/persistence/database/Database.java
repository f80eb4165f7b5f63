package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
    private volatile Follower follower = Follower.NONE;

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
        T run(Transaction transaction) throws SQLException;
    }

    /** Runs a statement that changes nothing. */
    public <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
        return run(
                Kind.READ,
                connection ->
                        Transaction.of(connection, statementTimeoutSeconds).query(sql, binder, reader));
    }

    /** Runs a query that answers at most one row. */
    public <T> Optional<T> queryOne(String sql, Binder binder, RowReader<T> reader) {
        return query(sql, binder, reader).stream().findFirst();
    }

    /** Runs one statement that changes something and answers one row. */
    public <T> T change(String sql, Binder binder, RowReader<T> reader) {
        return run(
                Kind.CHANGE,
                connection -> Transaction.of(connection, statementTimeoutSeconds)
                        .query(sql, binder, reader)
                        .getFirst());
    }

    /** Runs several statements in one transaction, of PostgreSQL's isolation level read committed. */
    public <T> T inTransaction(Work<T> work) {
        return run(Kind.CHANGE, connection -> {
            Transaction transaction = Transaction.beginning(connection, statementTimeoutSeconds);
            try {
                T result = work.run(transaction);
                transaction.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                transaction.abandon(e);
                throw e;
            }
        });
    }

    /** As {@link #inTransaction}, for what decisions rest on: returns when this process decides by it. */
    public <T> T inFollowedTransaction(Work<T> work) {
        return followed(() -> inTransaction(work));
    }

    /**
     * Runs several queries in one transaction and one round trip, as {@link Transaction#commit(List)} does. Who follows
     * what is committed is left to the caller.
     */
    public void commit(List<Transaction.Query<?>> queries) {
        inTransaction(transaction -> {
            transaction.commit(queries);
            return true;
        });
    }

    /** Runs a statement that changes tables in transactions of its own, and can be in no other. */
    public void alone(String sql) {
        run(
                Kind.CHANGE,
                connection ->
                        Transaction.of(connection, statementTimeoutSeconds).update(sql, _ -> {}));
    }

    private <T> T followed(Supplier<T> change) {
        T outcome;
        try {
            outcome = change.get();
        } catch (StoreUnavailable e) {
            // It may have happened all the same.
            follower.owe();
            throw e;
        }
        follower.await();
        return outcome;
    }

    /** Who in this process follows what is committed. */
    public Follower follower() {
        return follower;
    }

    /** Says who in this process follows what is committed. */
    public void followedBy(Follower other) {
        follower = other;
    }

    /** Asks a repository of Micronaut Data, giving its failures the same meaning. */
    public <T> T ask(Supplier<T> repositoryCall) {
        return call(Kind.READ, repositoryCall);
    }

    /** Has a repository of Micronaut Data change something, giving its failures the same meaning. */
    public void tell(Runnable repositoryCall) {
        call(Kind.CHANGE, () -> {
            repositoryCall.run();
            return true;
        });
    }

    private static <T> T call(Kind kind, Supplier<T> repositoryCall) {
        try {
            return repositoryCall.get();
        } catch (RuntimeException e) {
            // Micronaut Data wraps PostgreSQL's failures in several unrelated exceptions of its own.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException failure) {
                    throw Failures.translate(kind, failure);
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

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T run(Kind kind, Use<T> use) {
        try (Connection connection = connect()) {
            return use.of(connection);
        } catch (SQLException e) {
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
