package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks and their history name users without foreign keys, so these have to stay. */
class UsersStayTest {

    private static final String BEFORE = "12";

    private static final String KEYS = """
            select count(*) from pg_constraint where contype = 'f' and confrelid = 'crm_user'::regclass
                and (conrelid::regclass::text like 'lock_event%' or conrelid = 'record_lock'::regclass)
            """;

    private static final String WAITING = """
            select count(*) from pg_stat_activity where datname = current_database() and query like '%lock table%'
                and wait_event in ('PgSleep', 'relation')
            """;

    private final TestDatabase database = TestDatabase.create();

    private void migrateTo(String target) {
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .target(target)
                .load()
                .migrate();
    }

    private void addUser() {
        database.execute("insert into profile (id, name, permissions) values (1, 'Sales', '{}');"
                + "insert into crm_user (id, name, profile_id, portal) values (1, 'Somebody', 1, false)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"delete from crm_user", "truncate crm_user cascade", "update crm_user set id = 2 where id = 1"})
    void nobodyTakesAUserAway(String statement) {
        migrateTo("latest");
        addUser();

        assertThatThrownBy(() -> database.execute(statement))
                .hasRootCauseMessage(
                        "ERROR: a row of crm_user stays as long as the store, with its id: locks and their history name it\n"
                                + "  Where: PL/pgSQL function refuse_to_forget_users() line 3 at RAISE");
        assertThat(database.number("select count(*) from crm_user where id = 1"))
                .isOne();
    }

    @Test
    void noPartOfTheHistoryHasAKeyLeft() {
        migrateTo(BEFORE);
        addUser();
        database.execute("select add_history_part(3)");
        assertThat(database.number(KEYS)).isPositive();

        migrateTo("latest");
        database.execute("select add_history_part(4)");

        assertThat(database.number(KEYS)).isZero();
        database.execute("update crm_user set name = 'Somebody else'");
    }

    @Test
    void waitsForWhoeverUsesTheTablesWithoutKeepingOthersWaiting() throws SQLException {
        migrateTo(BEFORE);
        addUser();
        CompletableFuture<Void> migration;
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from record_lock");

            migration = CompletableFuture.runAsync(() -> migrateTo("latest"));
            Awaitility.await().until(() -> database.number(WAITING) > 0);

            statement.execute("set statement_timeout = '5s'; select from crm_user, lock_event; "
                    + "update crm_user set name = 'Somebody else'");
            assertThat(migration).isNotDone();
            reader.commit();
        }

        assertThat(migration).succeedsWithin(Duration.ofSeconds(30));
        assertThat(database.number(KEYS)).isZero();
    }
}
