package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.OwnConnections;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.identity.KnownIdentities;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a {@link DecisionMemory} up to what the store has, over a connection of its own. For one thread. */
final class StoreReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreReader.class);

    /** So many, and as many as there are locks, are followed one by one; beyond that reading all locks is faster. */
    private static final long FEW_REVISIONS = 50_000;

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
        Connection open = loadedConnection();
        Transaction transaction = connections.on(open);
        Turn turn = turn(transaction);
        if (turn.now.areOfAnotherStoreThan(turn.before) || isFarBehind(turn)) {
            load(open);
            turn = turn(transaction);
        }
        follow(transaction, turn);
    }

    /**
     * What one round trip has found. The locks are read after the versions, and may be fresher.
     *
     * @param asOf the moment before
     */
    private record Turn(DecisionMemory.Moment asOf, Versions before, Versions now, ChangedLocks changed) {}

    private Turn turn(Transaction transaction) throws SQLException {
        Versions before = memory.versions();
        ChangedLocks changed = new ChangedLocks();
        DecisionMemory.Moment asOf = DecisionMemory.Moment.now();
        Versions now = transaction.queryOneAndAll(
                before.next(), LockReading.changed(before.revision(), before.firstPart(), changed));
        return new Turn(asOf, before, now, changed);
    }

    private boolean isFarBehind(Turn turn) {
        return turn.now.revision() - turn.before.revision() > memory.status().locks() + FEW_REVISIONS;
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

    private void load(Connection open) throws SQLException {
        try {
            loadAll(open);
        } catch (SQLException e) {
            // In the middle of a transaction, whatever it was.
            close();
            throw e;
        }
    }

    /** All locks and the revision that they are of, in one snapshot. */
    private void loadAll(Connection open) throws SQLException {
        long began = System.nanoTime();
        memory.forget();
        open.setAutoCommit(false);
        // Of this transaction alone: behind a pooler, the next one of the connection is somebody else's.
        connections.on(open).update("set transaction isolation level repeatable read, read only", _ -> {});
        Versions found = connections.on(open).queryOne(Versions.NONE.next()).orElseThrow();
        LockTable locks = LockReading.all(open);
        memory.load(locks, found);
        open.commit();
        open.setAutoCommit(true);
        LOG.info(
                "{} locks up to revision {} were read into memory in {} ms",
                locks.size(),
                found.revision(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    private void follow(Transaction transaction, Turn turn) throws SQLException {
        Versions now = turn.now;
        ChangedLocks changed = turn.changed;
        long reached = reached(turn.before.revision(), changed);
        while (reached < now.revision()) {
            memory.take(changed, reached);
            changed = new ChangedLocks();
            transaction.query(LockReading.changed(reached, turn.before.firstPart(), changed));
            long next = reached(reached, changed);
            if (next == reached) {
                throw lacking(reached);
            }
            reached = next;
        }
        memory.take(new DecisionMemory.Reading(
                turn.asOf,
                now.withRevision(reached),
                changed,
                people(transaction, turn.before, now, changed),
                now.haveOtherRestrictionsThan(turn.before) ? restrictions.read(transaction, now.decidedBy()) : null,
                WantedLocks.read(now.wanted())));
    }

    private static long reached(long after, ChangedLocks changed) throws SQLException {
        return changed.reached(after).orElseThrow(() -> lacking(after));
    }

    /** What is not there any more cannot be followed. */
    private static SQLException lacking(long after) {
        return new SQLException("The history lacks revisions after " + after);
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
