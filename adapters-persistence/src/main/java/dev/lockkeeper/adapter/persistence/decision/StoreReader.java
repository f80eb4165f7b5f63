package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.OwnConnections;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.identity.KnownIdentities;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Brings a {@link DecisionMemory} up to what the store has, over a connection of its own. For one thread. */
final class StoreReader implements AutoCloseable {

    private final OwnConnections connections;
    private final KnownRestrictions restrictions;
    private final DecisionMemory memory;
    private @Nullable Connection connection;

    StoreReader(OwnConnections connections, KnownRestrictions restrictions, DecisionMemory memory) {
        this.connections = connections;
        this.restrictions = restrictions;
        this.memory = memory;
    }

    /** Reads what there is to read; afterwards the memory is as of a moment after the call. */
    void read() throws SQLException {
        follow(connections.on(loadedConnection()));
    }

    /** Behind a new connection there may be another server, which need not have all that was followed so far. */
    private Connection loadedConnection() throws SQLException {
        if (connection == null) {
            Connection open = connections.connect();
            connection = open;
            load(open);
            return open;
        }
        return connection;
    }

    /** All locks and the revision that they are of, in one snapshot. */
    private void load(Connection open) throws SQLException {
        memory.forget();
        open.setAutoCommit(false);
        open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        long revision = versions(connections.on(open)).revision();
        memory.load(LockReading.all(open), revision);
        open.commit();
        open.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        open.setAutoCommit(true);
    }

    private void follow(Transaction transaction) throws SQLException {
        Versions before = memory.versions();
        long asOf = System.nanoTime();
        Versions now = versions(transaction);
        ChangedLocks changed = new ChangedLocks();
        for (long after = before.revision(); after < now.revision(); after += LockReading.REVISIONS_AT_ONCE) {
            memory.take(changed, after);
            long last = Math.min(after + LockReading.REVISIONS_AT_ONCE, now.revision());
            changed = LockReading.changed(transaction, after, last);
        }
        memory.take(new DecisionMemory.Reading(
                asOf,
                now,
                changed,
                people(transaction, before, now, changed),
                now.haveOtherRestrictions(before) ? restrictions.read(now.decidedBy()) : null,
                WantedLocks.read(now.wanted())));
    }

    private static Versions versions(Transaction transaction) throws SQLException {
        return transaction.queryOne(Versions.READ, _ -> {}, Versions::read).orElseThrow();
    }

    private DecisionMemory.People people(Transaction transaction, Versions before, Versions now, ChangedLocks changed)
            throws SQLException {
        // A lock that is fresher than these versions may be of somebody who is, too.
        return now.identity() == before.identity() && memory.knowsOwners(changed)
                ? DecisionMemory.People.UNCHANGED
                : new DecisionMemory.People(
                        KnownIdentities.usersAfter(transaction, before.identity()),
                        KnownIdentities.profilesAfter(transaction, before.identity()));
    }

    /** Gives the connection up, whatever is wrong with it. */
    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            OwnConnections.giveUp(open);
        }
    }
}
