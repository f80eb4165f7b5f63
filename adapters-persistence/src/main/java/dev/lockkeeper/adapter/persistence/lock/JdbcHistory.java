package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.lock.History;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@link History} in partitions of {@code lock_event}. What has to lock a table gives up at once where that takes long:
 * everybody else would wait behind it. What was left half done is finished the next time.
 */
@Singleton
final class JdbcHistory implements History {

    /** One process at a time; a key of its own among the advisory locks, of which modules have the positive ones. */
    private static final String IS_MINE = "select pg_try_advisory_xact_lock(-2) as mine";

    private static final String NOT_FOR_LONG = "set local lock_timeout = '200ms'";

    /** Where a process went away before it could note that it had begun a part. */
    private static final String NOTE_BEGUN = """
            update history_part set begun_at = ?, begun_after = value from revision_counter
            where number = pg_sequence_last_value('history_part_now') and begun_at is null
            """;

    private static final String ENDS = """
            select p.number from history_part p
            where p.number = pg_sequence_last_value('history_part_now') and p.begun_at <= ?
                and exists (select from lock_event e where e.part = p.number)
                and exists (select from history_part next where next.number = p.number + 1)
            """;
    /** From here on nobody else adds to the history. */
    private static final String TAKE_COUNTER = "select value from revision_counter for update";

    private static final String BEGIN = """
            update history_part set begun_at = ?, begun_after = value from revision_counter where number = ?
            """;
    private static final String MOVE_ON = "select setval('history_part_now', ?)";

    private static final String ADD_NEXT = """
            select add_history_part(now.part) from (select pg_sequence_last_value('history_part_now')::int + 1 as part) now
            where not exists (select from history_part where number = now.part)
            """;

    private static final String ENDED = """
            select p.number from history_part p join history_part next on next.number = p.number + 1
            where next.begun_at <= ?
                and p.number < (select e.part from lock_event e, revision_counter r where e.revision = r.value)
            order by p.number
            """;
    /** No row where it is a table by itself, or gone. */
    private static final String ATTACHED = """
            select inhdetachpending as begun from pg_inherits
            where inhrelid = to_regclass(?) and inhparent = 'lock_event'::regclass
            """;

    private static final String FORGET = "delete from history_part where number = ?";

    private final Database database;

    JdbcHistory(Database database) {
        this.database = database;
    }

    @Override
    public boolean beginPart(Instant now, Instant ifBegunBy) {
        boolean begun =
                database.inTransaction(transaction -> isMine(transaction) && begin(transaction, now, ifBegunBy));
        // In a transaction of its own, since whoever changes locks waits for the one above.
        database.inTransaction(transaction -> isMine(transaction)
                && !transaction.query(ADD_NEXT, _ -> {}, _ -> true).isEmpty());
        return begun;
    }

    /** Only to a part that was added before: everybody who changes a lock knows of it by then. */
    private static boolean begin(Transaction transaction, Instant now, Instant ifBegunBy) throws SQLException {
        transaction.update(NOTE_BEGUN, parameters -> parameters.timestamptz(now));
        Optional<Integer> present = transaction.queryOne(
                ENDS, parameters -> parameters.timestamptz(ifBegunBy), row -> row.getInt("number"));
        if (present.isEmpty()) {
            return false;
        }
        long next = present.get() + 1L;
        transaction.query(TAKE_COUNTER, _ -> {}, _ -> true);
        transaction.update(BEGIN, parameters -> parameters.timestamptz(now).bigint(next));
        transaction.query(MOVE_ON, parameters -> parameters.bigint(next), _ -> true);
        return true;
    }

    @Override
    public int forgetParts(Instant endedBy) {
        List<Integer> ended =
                database.query(ENDED, parameters -> parameters.timestamptz(endedBy), row -> row.getInt("number"));
        int forgotten = 0;
        for (int part : ended) {
            if (!database.inTransaction(transaction -> isMine(transaction) && forget(transaction, part))) {
                break;
            }
            forgotten++;
        }
        return forgotten;
    }

    /** The transaction must not have looked into the history so far: detaching would wait for it. */
    private boolean forget(Transaction transaction, int part) throws SQLException {
        String table = "lock_event_" + part;
        Optional<Boolean> detaching =
                transaction.queryOne(ATTACHED, parameters -> parameters.text(table), row -> row.getBoolean("begun"));
        if (detaching.isPresent()) {
            // Nobody waits for that; it waits itself for those who may be reading the part.
            database.alone("alter table lock_event detach partition %s %s"
                    .formatted(table, detaching.get() ? "finalize" : "concurrently"));
        }
        transaction.update("drop table if exists " + table, _ -> {});
        return transaction.update(FORGET, parameters -> parameters.bigint((long) part)) == 1;
    }

    private static boolean isMine(Transaction transaction) throws SQLException {
        transaction.update(NOT_FOR_LONG, _ -> {});
        return transaction
                .queryOne(IS_MINE, _ -> {}, row -> row.getBoolean("mine"))
                .orElseThrow();
    }
}
