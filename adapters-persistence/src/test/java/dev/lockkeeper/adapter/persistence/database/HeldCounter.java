package dev.lockkeeper.adapter.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Holds the row that every change of a lock takes, so that changes wait in the middle of their statement. */
public final class HeldCounter implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;

    public HeldCounter(TestDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select value from revision_counter for update");
        }
    }

    /** Waits until so many statements wait for the row. */
    public void awaitWaiting(int statements) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == statements);
    }

    /** How many statements wait for the row. */
    public long waiting() {
        return database.number("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
