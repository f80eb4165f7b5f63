package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How PostgreSQL goes about a batch, whatever it takes the table of locks for: plans are kept, and must not read all locks when
 * there have become many, or many dead ones.
 */
class BatchPlansTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    /** With these, alive or dead, the table has hundreds of pages. */
    private static final String MANY_LOCKS = """
            insert into record_lock (module_id, record_id, configuration_id, source, reason, locked_by, locked_time, revision)
            select 1, g, 1, 'manual', repeat('reason ', 10), 1, now(), g from generate_series(1, 20000) g
            """;

    private static final String BY_RECORD =
            "Index( Only)? Scan using record_lock_module_id_record_id_key on record_lock.*";
    private static final String WHERE_IT_WAS_FOUND = "Tid Scan on record_lock.*";

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASE.url(), DATABASE.username(), DATABASE.password())
                .load()
                .migrate();
    }

    /** What PostgreSQL takes the table for. */
    enum Known {
        NEW("truncate record_lock"),
        EMPTY("truncate record_lock"),
        FULL_OF_DEAD_LOCKS("truncate record_lock", MANY_LOCKS, "delete from record_lock"),
        FULL("truncate record_lock", MANY_LOCKS);

        private final List<String> history;

        Known(String... history) {
            this.history = List.of(history);
        }

        void make() {
            history.forEach(DATABASE::execute);
            if (this != NEW) {
                DATABASE.execute("vacuum (analyze) record_lock");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksAtTheRecordsAskedForOnly(Known known) throws SQLException {
        known.make();

        for (List<String> plan : List.of(
                plan(
                        BatchStatements.ACQUIRE,
                        "bigint[], bigint[], bigint[], bigint[], text[], text[], bigint[], bigint[], bigint[]"),
                plan(BatchStatements.RELEASE, "bigint[], bigint[], bigint[], bigint[], bool[], bigint[]"),
                plan(
                        BatchStatements.CHANGE_REASON,
                        "bigint[], bigint[], bigint[], bigint[], bool[], bigint[], text[]"))) {
            List<String> scans = new ArrayList<>();
            for (int line = 0; line < plan.size(); line++) {
                String node = plan.get(line);
                if (node.matches(".*Scan.* on record_lock\\b.*") || node.contains("on record_lock_")) {
                    scans.add(node);
                    if (node.startsWith("Index")) {
                        assertThat(plan.get(line + 1))
                                .startsWith("Index Cond: ((module_id = ")
                                .contains("(record_id = ");
                    }
                }
            }
            assertThat(scans)
                    .as(String.join("\n", plan))
                    .isNotEmpty()
                    .allMatch(node -> node.matches(BY_RECORD) || node.matches(WHERE_IT_WAS_FOUND));
        }
    }

    /** As the transaction of a batch has it planned; lines without what they cost. */
    private static List<String> plan(String sql, String types) throws SQLException {
        String prepared = sql;
        int parameters = types.split(",", -1).length;
        for (int parameter = 1; parameter <= parameters; parameter++) {
            prepared = prepared.replaceFirst("\\?", Matcher.quoteReplacement("$" + parameter));
        }
        String nulls = String.join(",", Collections.nCopies(parameters, "null"));
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BatchStatements.TAKE_COUNTER);
            statement.execute("prepare batch (" + types + ") as " + prepared);
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("explain (costs off) execute batch (" + nulls + ")")) {
                while (rows.next()) {
                    lines.add(rows.getString(1).strip().replaceFirst("^-> +", ""));
                }
            }
            return lines;
        }
    }
}
