package dev.lockkeeper.adapter.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * An empty PostgreSQL database of one's own for a test. Where the server comes from is decided once, by {@link
 * TestPostgres}.
 */
public record TestDatabase(String url, String username, String password) {

    /** Makes a database on the tests' server; it goes with the JVM. */
    public static TestDatabase create() {
        TestDatabase server = TestPostgres.server();
        String name = "lockkeeper_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("create database " + name + " template template0 encoding 'UTF8' locale 'C'");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.execute("drop database if exists " + name + " with (force)");
            } catch (IllegalStateException e) {
                System.err.println("could not drop " + name + ": " + e.getCause());
            }
        }));
        return server.sibling(name);
    }

    /** Another database of the same server. */
    public TestDatabase sibling(String name) {
        return new TestDatabase(url.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name), username, password);
    }

    public String name() {
        return url.replaceFirst("jdbc:postgresql://[^/]*/([^?]*).*", "$1");
    }

    /** What makes the service use this database. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", url,
                "datasources.default.username", username,
                "datasources.default.password", password);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Runs SQL as it stands. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one number that a query answers. */
    public long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
