package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.adapter.persistence.database.Database.Binder;
import dev.lockkeeper.adapter.persistence.database.Database.RowReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements of one transaction; each is cancelled when it takes too long. */
public final class Transaction {

    private static final String NEXT = ";\n";
    private static final String COMMIT = "commit";

    /**
     * What a query answers besides, a number, that is to rule how the transaction's later statements are planned. Once, for
     * whatever parameters: a plan for one execution alone takes longer than small changes do. And by looking rows up in
     * indexes one by one: where rows come and go, how many there are when the plan is made says nothing about how many, or
     * how many dead ones, there are when it is used. A plan that cannot do without reading a whole table counts as very
     * expensive then, which is no reason to compile it.
     */
    public static final String KEEPING_PLANS_BY_INDEX = Stream.of(
                    Map.entry("plan_cache_mode", "force_generic_plan"),
                    Map.entry("enable_seqscan", "off"),
                    Map.entry("enable_bitmapscan", "off"),
                    Map.entry("jit", "off"))
            .map(setting -> "set_config('%s', '%s', true)".formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining(" || ", "length(", ")"));

    private final TransactionCourse course;

    private Transaction(TransactionCourse course) {
        this.course = course;
    }

    /** The transaction that the connection is in; when it is in none, each statement is one of its own. */
    static Transaction of(Connection connection, int statementTimeoutSeconds) {
        return new Transaction(TransactionCourse.ofAnother(connection, statementTimeoutSeconds));
    }

    /** A new transaction on a connection that is in none, begun along with its first statement. */
    static Transaction beginning(Connection connection, int statementTimeoutSeconds) {
        return new Transaction(TransactionCourse.toBegin(connection, statementTimeoutSeconds));
    }

    /** Runs a statement that answers rows. */
    public <T> List<T> query(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        return course.execute(sql, binder, statement -> {
            List<T> read = new ArrayList<>();
            readAll(statement, row -> read.add(reader.read(row)));
            return read;
        });
    }

    /** Runs a statement that answers at most one row. */
    public <T> Optional<T> queryOne(String sql, Binder binder, RowReader<T> reader) throws SQLException {
        return query(sql, binder, reader).stream().findFirst();
    }

    /** A statement that answers rows. */
    public record Query<T>(String sql, Binder binder, RowReader<T> reader) {}

    /** Runs a query. */
    public <T> List<T> query(Query<T> query) throws SQLException {
        return query(query.sql(), query.binder(), query.reader());
    }

    /** Runs a query that answers at most one row. */
    public <T> Optional<T> queryOne(Query<T> query) throws SQLException {
        return query(query).stream().findFirst();
    }

    /**
     * Runs two queries, sent together in one round trip, and answers the one row that the first has. The second begins when
     * the first has ended, and sees what was committed until then; its rows are read, and what is made of them is dropped.
     */
    public <T> T queryOneAndAll(Query<T> first, Query<?> second) throws SQLException {
        return course.execute(
                first.sql() + NEXT + second.sql(), inOrder(Stream.of(first.binder(), second.binder())), statement -> {
                    T one = one(statement, first.reader()).orElseThrow();
                    statement.getMoreResults();
                    readAll(statement, second.reader());
                    return one;
                });
    }

    /**
     * Runs two queries, sent together in one round trip, and answers the one row that the second has at most. The second
     * begins when the first has ended, and sees what was committed until then.
     */
    public <T> Optional<T> queryOneAfter(Change first, Query<T> second) throws SQLException {
        return course.execute(
                first.sql() + NEXT + second.sql(), inOrder(Stream.of(first.binder(), second.binder())), statement -> {
                    statement.getMoreResults();
                    return one(statement, second.reader());
                });
    }

    /** A statement whose answer is not looked at. */
    public record Change(String sql, Binder binder) {}

    /**
     * Runs changes in this order, then a query, and commits, as {@link #commit(List)} does.
     *
     * @return the one row that the query has at most
     */
    public <T> Optional<T> commit(List<Change> changes, Query<T> last) throws SQLException {
        String sql = Stream.concat(changes.stream().map(Change::sql), Stream.of(last.sql(), COMMIT))
                .collect(Collectors.joining(NEXT));
        return course.executeAndCommit(
                sql,
                inOrder(Stream.concat(changes.stream().map(Change::binder), Stream.of(last.binder()))),
                statement -> {
                    for (int done = 0; done < changes.size(); done++) {
                        statement.getMoreResults();
                    }
                    return one(statement, last.reader());
                });
    }

    /**
     * Runs queries in this order and commits, all sent together in one round trip. Each begins when the one before has
     * ended, and sees what that did. Whoever waits for what these statements take does not wait for this process. Nothing
     * can follow.
     *
     * <p>The driver waits for an answer in between where a query has columns without a largest size.
     */
    public void commit(List<Query<?>> queries) throws SQLException {
        String sql = Stream.concat(queries.stream().map(Query::sql), Stream.of(COMMIT))
                .collect(Collectors.joining(NEXT));
        course.executeAndCommit(sql, inOrder(queries.stream().map(Query::binder)), statement -> {
            for (Query<?> query : queries) {
                readAll(statement, query.reader());
                statement.getMoreResults();
            }
            return queries.size();
        });
    }

    /** Gives statements that are sent together their parameters. */
    private static Binder inOrder(Stream<Binder> binders) {
        List<Binder> all = binders.toList();
        return parameters -> {
            for (Binder binder : all) {
                binder.bind(parameters);
            }
        };
    }

    private static void readAll(PreparedStatement statement, RowReader<?> reader) throws SQLException {
        try (ResultSet rows = rows(statement)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static <T> Optional<T> one(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = rows(statement)) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    private static ResultSet rows(PreparedStatement statement) throws SQLException {
        @Nullable ResultSet rows = statement.getResultSet();
        if (rows == null) {
            throw new SQLException("The statement answers no rows");
        }
        return rows;
    }

    /** Runs a statement that answers no rows, and says how many it changed. */
    public int update(String sql, Binder binder) throws SQLException {
        return course.execute(sql, binder, statement -> {
            int changed = statement.getUpdateCount();
            if (changed < 0) {
                throw new SQLException("The statement answers rows");
            }
            return changed;
        });
    }

    /** Undoes what was done so far; whatever follows is done in a new transaction. */
    public void rollback() throws SQLException {
        course.rollback();
    }

    /** Commits what was done, unless that has happened. */
    void commit() throws SQLException {
        course.commit();
    }

    /** Undoes what was done so far, because of a failure. */
    void abandon(Throwable failure) {
        course.abandon(failure);
    }
}
