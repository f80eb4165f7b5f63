package dev.lockkeeper.bootstrap.fuzz;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds, as one word a table: of the rows' versions, which any change moves. Left out are the tables of
 * the scheduler and of Flyway, which are no state of the service, and a counter that attempts use up as well; of a table that keeps when a row was last used, the
 * rest of its columns counts instead.
 */
public final class StateFingerprint implements AutoCloseable {

    private static final String TABLES = """
            select c.table_name,
                   bool_or(c.column_name like 'last\\_used%'),
                   string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
                       filter (where c.column_name not like 'last\\_used%')
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.table_name not in ('scheduled_tasks', 'scheduled_duties', 'flyway_schema_history', 'identity_version')
            group by c.table_name""";

    private final Connection connection;
    private final String query;

    public StateFingerprint(TestDatabase database) throws SQLException {
        this.connection = database.connect();
        this.query = query();
    }

    private String query() throws SQLException {
        List<String> queries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                String row =
                        tables.getBoolean(2) ? "row(" + tables.getString(3) + ")::text" : "ctid::text || xmin::text";
                queries.add("select '%1$s', md5(coalesce(string_agg(%2$s, ',' order by %2$s), '')) from %1$s"
                        .formatted(tables.getString(1), row));
            }
        }
        return String.join(" union all ", queries);
    }

    /** The words of all tables, by name. */
    public Map<String, String> take() throws SQLException {
        Map<String, String> words = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                words.put(rows.getString(1), rows.getString(2));
            }
        }
        return words;
    }

    /** Whether a job is still at work. */
    boolean isBusy() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from job where state in ('queued', 'running')")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
