package dev.lockkeeper.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions that do not go the usual way, and what whoever has the connection next finds. */
class TransactionTest {

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContext context = PersistenceContext.on(database);
    private final Database asked = context.getBean(Database.class);

    @BeforeEach
    void given() {
        database.execute("create table noted (number bigint unique)");
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Query<Long> note(long number) {
        return new Query<>(
                "insert into noted values (?) returning number",
                parameters -> parameters.bigint(number),
                row -> row.getLong(1));
    }

    private List<Long> noted() {
        return asked.query("select number from noted order by number", _ -> {}, row -> row.getLong(1));
    }

    @Test
    void whatWasDoneBeforeSomethingElseFailedIsUndone() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> asked.inTransaction(transaction -> {
                    transaction.query(note(1));
                    throw new ArithmeticException("not of the store");
                }));

        assertThat(noted()).isEmpty();
    }

    @Test
    void nothingIsLeftOfOneThatEndsUndone() {
        asked.inTransaction(transaction -> {
            transaction.query(note(1));
            transaction.rollback();
            return true;
        });

        assertThat(noted()).isEmpty();
    }

    @Test
    void oneWithoutAStatementIsNone() {
        assertThat(asked.<String>inTransaction(_ -> "nothing to do")).isEqualTo("nothing to do");
    }

    @Test
    void aFailureThatIsPassedOverIsNotCommitted() {
        asked.inTransaction(transaction -> transaction.query(note(1)));

        assertThatIllegalStateException()
                .isThrownBy(() -> asked.inTransaction(transaction -> {
                    try {
                        return transaction.query(note(1));
                    } catch (SQLException e) {
                        return List.of(2L);
                    }
                }));

        assertThat(noted()).containsExactly(1L);
    }

    @Test
    void noStatementFollowsACommit() {
        assertThatIllegalStateException()
                .isThrownBy(() -> asked.inTransaction(transaction -> {
                    transaction.commit(List.of(note(1)));
                    return transaction.query(note(2));
                }));

        assertThat(noted()).containsExactly(1L);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsNotUsedAgain() {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> asked.inTransaction(transaction -> {
                    transaction.query(note(1));
                    database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and state = 'idle in transaction'");
                    return transaction.query(note(2));
                }))
                .satisfies(failure -> assertThat(failure.step()).isEqualTo(Step.UNKNOWN));

        assertThat(noted()).isEmpty();
    }

    @Test
    void aStatementWithRowsIsNoUpdateAndOneWithoutIsNoQuery() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> asked.inTransaction(
                        transaction -> transaction.update("insert into noted values (1) returning number", _ -> {})))
                .withStackTraceContaining("answers rows");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> asked.inTransaction(transaction ->
                        transaction.query("insert into noted values (1)", _ -> {}, row -> row.getLong(1))))
                .withStackTraceContaining("answers no rows");

        assertThat(noted()).isEmpty();
    }
}
