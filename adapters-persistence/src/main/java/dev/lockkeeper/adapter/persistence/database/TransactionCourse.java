package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * How a transaction begins, goes on and ends.
 *
 * <p>It is begun in so many words, not by {@link Connection#setAutoCommit} alone: the driver, left to itself, sends
 * {@code BEGIN} by the simple query protocol and the first statement right behind it. Where PostgreSQL cancels the
 * {@code BEGIN}, that statement is executed all the same, outside any transaction, and the caller is told that it was
 * cancelled. In the extended protocol, in which this one sends both, PostgreSQL passes over what follows a failure
 * (PostgreSQL's manual, "Message Flow", "Extended Query"), and the driver sends nothing more.
 */
final class TransactionCourse {

    private static final String BEGIN = "begin;\n";

    private final Connection connection;
    private final int statementTimeoutSeconds;
    private State state;

    private enum State {
        /** The connection's state is somebody else's affair. */
        ANOTHERS,
        /** The next statement begins it. */
        TO_BEGIN,
        GOING_ON,
        COMMITTED,
        /** A statement failed, and with it all that was done. */
        FAILED
    }

    private TransactionCourse(Connection connection, int statementTimeoutSeconds, State state) {
        this.connection = connection;
        this.statementTimeoutSeconds = statementTimeoutSeconds;
        this.state = state;
    }

    /** In whatever transaction the connection is; when it is in none, each statement is one of its own. */
    static TransactionCourse ofAnother(Connection connection, int statementTimeoutSeconds) {
        return new TransactionCourse(connection, statementTimeoutSeconds, State.ANOTHERS);
    }

    /** On a connection that is in no transaction. */
    static TransactionCourse toBegin(Connection connection, int statementTimeoutSeconds) {
        return new TransactionCourse(connection, statementTimeoutSeconds, State.TO_BEGIN);
    }

    /** Undoes what was done so far; whatever follows is done in a new transaction. */
    void rollback() throws SQLException {
        if (state == State.ANOTHERS) {
            throw new IllegalStateException("Not begun here");
        }
        undo();
        connection.setAutoCommit(true);
        state = State.TO_BEGIN;
    }

    /** Commits what was done, unless that has happened. */
    void commit() throws SQLException {
        switch (state) {
            case GOING_ON -> {
                connection.commit();
                state = State.COMMITTED;
            }
            case FAILED -> throw new IllegalStateException("A statement failed, and with it the transaction");
            case ANOTHERS, TO_BEGIN, COMMITTED -> {
                // Nothing is left to be committed.
            }
        }
    }

    /**
     * Undoes what was done so far, because of a failure. A connection for which that fails is not used again: what was left
     * open on it the next one to use it would commit.
     */
    void abandon(Throwable failure) {
        try {
            undo();
        } catch (SQLException | RuntimeException | Error e) {
            failure.addSuppressed(e);
            OwnConnections.giveUp(connection);
        }
    }

    /** Also where the first statement failed, after which the driver still commits by itself. */
    private void undo() throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
    }

    /** Makes something of what statements answered, of which the first answer is the present one. */
    interface Answers<T> {
        T read(PreparedStatement statement) throws SQLException;
    }

    <T> T execute(String sql, Binder binder, Answers<T> answers) throws SQLException {
        if (state == State.COMMITTED || state == State.FAILED) {
            throw new IllegalStateException("No statement can follow, the transaction is " + state);
        }
        boolean begins = state == State.TO_BEGIN;
        try (PreparedStatement statement = connection.prepareStatement(begins ? BEGIN + sql : sql)) {
            statement.setQueryTimeout(statementTimeoutSeconds);
            binder.bind(new Parameters(statement));
            send(statement);
            if (begins) {
                // The driver is not to begin one itself, and has to know that one goes on.
                connection.setAutoCommit(false);
                state = State.GOING_ON;
                statement.getMoreResults();
            }
            return answers.read(statement);
        } catch (SQLException e) {
            if (state != State.ANOTHERS) {
                state = State.FAILED;
            }
            throw e;
        }
    }

    /** Executes statements of which the last one is {@code commit}. */
    <T> T executeAndCommit(String sql, Binder binder, Answers<T> answers) throws SQLException {
        T answer = execute(sql, binder, answers);
        state = State.COMMITTED;
        return answer;
    }

    private void send(PreparedStatement statement) throws SQLException {
        try {
            statement.execute();
        } catch (RuntimeException | Error e) {
            // Answers may be left unread on it, which the next one to use it would take for its own.
            OwnConnections.giveUp(connection);
            throw e;
        }
    }
}
