package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.adapter.persistence.database.Database.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements of one transaction; each is cancelled when it takes too long. */
public final class Transaction {

    private final Connection connection;
    private final int statementTimeoutSeconds;

    Transaction(Connection connection, int statementTimeoutSeconds) {
        this.connection = connection;
        this.statementTimeoutSeconds = statementTimeoutSeconds;
    }

    /** Runs a statement that answers rows. */
    public <T> List<T> query(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, binder);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    /** Runs a statement that answers at most one row. */
    public <T> Optional<T> queryOne(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        return query(sql, binder, reader).stream().findFirst();
    }

    /**
     * Runs two queries, sent together in one round trip, and answers the one row that the second has at most. The second
     * begins when the first has ended, and sees what was committed until then.
     */
    public <T> Optional<T> queryOneAfter(String first, String second, Binder binder, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(first + ";\n" + second)) {
            bind(statement, binder);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        }
    }

    /** A statement that answers no rows. */
    public record Change(String sql, Binder binder) {}

    /**
     * Runs changes in this order and commits, all sent together in one round trip. Whoever waits for what this transaction
     * holds does not wait for this process once more. Nothing can follow.
     *
     * @return how many rows the last one changed
     */
    public int commit(List<Change> changes) throws SQLException {
        String sql = changes.stream().map(Change::sql).collect(Collectors.joining(";\n", "", ";\ncommit"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters -> {
                for (Change change : changes) {
                    change.binder().bind(parameters);
                }
            });
            statement.execute();
            int changed = statement.getUpdateCount();
            for (int done = 1; done < changes.size(); done++) {
                statement.getMoreResults();
                changed = statement.getUpdateCount();
            }
            return changed;
        }
    }

    /** Runs a statement that answers no rows, and says how many it changed. */
    public int update(String sql, Binder binder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, binder);
            return statement.executeUpdate();
        }
    }

    /** Undoes what was done so far; whatever follows is done in a new transaction. */
    public void rollback() throws SQLException {
        connection.rollback();
    }

    private void bind(PreparedStatement statement, Binder binder) throws SQLException {
        statement.setQueryTimeout(statementTimeoutSeconds);
        binder.bind(new Parameters(statement));
    }
}
