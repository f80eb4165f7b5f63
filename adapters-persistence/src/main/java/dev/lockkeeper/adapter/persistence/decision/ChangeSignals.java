package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.OwnConnections;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes by PostgreSQL's NOTIFY that something has changed, and listens for them. Only to be faster than
 * the next reading, which comes anyway: where a signal is lost, or a pooler between knows no LISTEN, nothing is wrong.
 *
 * <p>Never in a transaction that changes something, since NOTIFY holds a lock of the whole server to the commit; one
 * signal for all changes of a few milliseconds, and without waiting for the disk.
 */
final class ChangeSignals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeSignals.class);

    private static final String LISTEN = "listen lockkeeper_changes";
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('lockkeeper_changes', ?)";

    /** No two signals are sent in less time than this. */
    private static final Duration BETWEEN_SIGNALS = Duration.ofMillis(10);

    private static final Duration LISTEN_AT_MOST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OwnConnections connections;
    private final Database database;
    private final boolean listens;
    private final Runnable heard;
    private final String self = UUID.randomUUID().toString();
    private final Turns sending = new Turns();

    /**
     * Signals that are not sent yet.
     *
     * @param listens whether to listen at all
     * @param heard what to do when another process has changed something
     */
    ChangeSignals(OwnConnections connections, Database database, boolean listens, Runnable heard) {
        this.connections = connections;
        this.database = database;
        this.listens = listens;
        this.heard = heard;
    }

    void start() {
        Thread.ofPlatform().daemon().name("decisions-notify").start(this::sendAll);
        if (listens) {
            Thread.ofPlatform().daemon().name("decisions-listen").start(this::listen);
        }
    }

    /** Has others be told, shortly. */
    void send() {
        sending.ask();
    }

    private void sendAll() {
        sending.awaitAsked();
        while (!sending.areOver()) {
            sending.begin();
            sendOne();
            sending.pause(BETWEEN_SIGNALS);
            sending.awaitAsked();
        }
    }

    private void sendOne() {
        try {
            database.query(NOTIFY, parameters -> parameters.text(self), _ -> true);
        } catch (StoreUnavailable | IllegalStateException e) {
            LOG.debug("Others were not told of a change: {}", e.getMessage());
        }
    }

    private void listen() {
        @Nullable Connection connection = null;
        while (!sending.areOver()) {
            try {
                if (connection == null) {
                    connection = listening();
                    // Whatever was said before was not heard.
                    heard.run();
                }
                PGNotification[] all =
                        connection.unwrap(PGConnection.class).getNotifications((int) LISTEN_AT_MOST.toMillis());
                if (all != null && isFromOthers(all)) {
                    heard.run();
                }
            } catch (SQLException e) {
                LOG.debug("Others are not heard: {}", e.getMessage());
                if (connection != null) {
                    OwnConnections.giveUp(connection);
                    connection = null;
                }
                sending.pause(PAUSE);
            }
        }
        if (connection != null) {
            OwnConnections.giveUp(connection);
        }
    }

    private Connection listening() throws SQLException {
        Connection made = connections.connect();
        try (Statement statement = made.createStatement()) {
            statement.execute(LISTEN);
            return made;
        } catch (SQLException e) {
            OwnConnections.giveUp(made);
            throw e;
        }
    }

    private boolean isFromOthers(PGNotification[] all) {
        for (PGNotification notification : all) {
            if (!self.equals(notification.getParameter())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        sending.stop();
    }
}
