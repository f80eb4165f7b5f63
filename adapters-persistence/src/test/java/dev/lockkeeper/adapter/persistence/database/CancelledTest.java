package dev.lockkeeper.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Transactions whose statements PostgreSQL cancels all the time, their very first among them: what the caller is told has
 * not happened is not there, and what it is told has happened is there, whole.
 */
class CancelledTest {

    /** So many cancelled transactions make sure that all their parts were hit. */
    private static final int CANCELLED = 400;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String FIRST = "insert into noted values (?, 1) returning part";
    private static final String SECOND = "insert into noted values (?, 2) returning part";

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContext context = PersistenceContext.on(database);
    private final Database asked = context.getBean(Database.class);
    private final Set<Long> done = new HashSet<>();
    private final Set<Long> notTaken = new HashSet<>();
    private volatile boolean isOver;

    @BeforeEach
    void given() {
        database.execute("create table noted (number bigint, part int)");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void statementsOneByOneHappenTogetherOrNotAtAll() throws Exception {
        whileCancelled(number -> asked.inTransaction(transaction -> {
            transaction.query(query(FIRST, number));
            return transaction.query(query(SECOND, number));
        }));

        assertHappenedAsTold();
    }

    @Test
    void statementsSentTogetherHappenTogetherOrNotAtAll() throws Exception {
        whileCancelled(number -> asked.commit(List.of(query(FIRST, number), query(SECOND, number))));

        assertHappenedAsTold();
    }

    @Test
    void whatIsUndoneIsGoneAndWhatFollowsIsATransaction() throws Exception {
        whileCancelled(number -> asked.inTransaction(transaction -> {
            transaction.query(query("insert into noted values (?, 3) returning part", number));
            transaction.rollback();
            transaction.query(query(FIRST, number));
            return transaction.query(query(SECOND, number));
        }));

        assertHappenedAsTold();
    }

    private static Query<Integer> query(String sql, long number) {
        return new Query<>(sql, parameters -> parameters.bigint(number), row -> row.getInt(1));
    }

    private interface Change {
        void make(long number);
    }

    private void whileCancelled(Change change) throws Exception {
        CompletableFuture<Integer> canceller = CompletableFuture.supplyAsync(this::cancelBusyConnections);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long number = 0; notTaken.size() < CANCELLED; number++) {
                assertThat(System.nanoTime()).as("in time").isLessThan(end);
                try {
                    change.make(number);
                    done.add(number);
                } catch (StoreUnavailable e) {
                    assertThat(e.step()).as("of %s", e.getCause()).isEqualTo(Step.NOT_TAKEN);
                    notTaken.add(number);
                }
            }
        } finally {
            isOver = true;
        }
        canceller.get();
    }

    private int cancelBusyConnections() {
        int times = 0;
        try (Connection connection = database.connect();
                PreparedStatement cancel = connection.prepareStatement("""
                        select pg_cancel_backend(pid) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                            and application_name = 'lockkeeper'
                        """)) {
            while (!isOver) {
                cancel.execute();
                times++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return times;
    }

    private void assertHappenedAsTold() {
        System.out.printf("%d transactions happened, %d were cancelled%n", done.size(), notTaken.size());
        assertThat(done).isNotEmpty();
        assertThat(asked.query("select number from noted", _ -> {}, row -> row.getLong(1)))
                .as("of each number both parts")
                .hasSize(2 * done.size())
                .hasSameElementsAs(done);
        assertThat(database.number("select count(distinct number) from noted where part = 2"))
                .isEqualTo(done.size());
    }
}
