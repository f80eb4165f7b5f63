package dev.lockkeeper.adapter.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections of the same database that are not of the pool: for what goes on all the time, and must neither wait for
 * callers nor keep them waiting.
 */
@Singleton
public final class OwnConnections {

    /** After so many seconds without an answer such a connection is given up, and another made. */
    private static final String SOCKET_TIMEOUT_SECONDS = "5";

    private static final Logger LOG = LoggerFactory.getLogger(OwnConnections.class);

    private final String url;
    private final Properties properties = new Properties();
    private final int statementTimeoutSeconds;

    OwnConnections(DataSource dataSource, @Value("${lockkeeper.database.statement-timeout:5s}") Duration timeout) {
        HikariDataSource pool = (HikariDataSource) DelegatingDataSource.unwrapDataSource(dataSource);
        this.url = pool.getJdbcUrl();
        properties.putAll(pool.getDataSourceProperties());
        set("user", pool.getUsername());
        set("password", pool.getPassword());
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        this.statementTimeoutSeconds = Math.toIntExact(timeout.toSeconds());
    }

    /** What is not configured may stand in the URL, or not be needed. */
    private void set(String property, @Nullable String value) {
        if (value != null) {
            properties.setProperty(property, value);
        }
    }

    /** Makes a connection, for the caller to close. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /** Closes a connection with which something may be wrong, one of the pool among them. */
    public static void giveUp(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A connection that was given up did not close: {}", e.getMessage());
        }
    }

    /** What runs statements on such a connection. */
    public Transaction on(Connection connection) {
        return Transaction.of(connection, statementTimeoutSeconds);
    }
}
