package dev.lockkeeper.adapter.persistence.database;

import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's failures mean. The codes are those of PostgreSQL's manual, appendix A, "PostgreSQL Error Codes"; the
 * first two characters are a class.
 */
final class Failures {

    private Failures() {}

    static RuntimeException translate(Database.Kind kind, SQLException e) {
        return switch (classOf(e)) {
            // The connection broke, or the server went away in the middle: nobody knows how far it came.
            case "08" -> unavailable(kind, e);
            // 57014 query_canceled is an answer of a living server; 57P01 and the like are its last words.
            case "57" -> "57014".equals(e.getSQLState()) ? notTaken(e) : unavailable(kind, e);
            // The server refused and rolled back: deadlock or serialisation (40), no resources such as disk space or
            // memory (53), a lock not to be had (55), input or output failed (58), a read-only standby (25006).
            case "40", "53", "55", "58", "25" -> notTaken(e);
            default -> new IllegalStateException("PostgreSQL refused a statement: " + e.getSQLState(), e);
        };
    }

    private static StoreUnavailable unavailable(Database.Kind kind, SQLException e) {
        return new StoreUnavailable(kind == Database.Kind.CHANGE ? Step.UNKNOWN : Step.NOT_TAKEN, e);
    }

    private static StoreUnavailable notTaken(SQLException e) {
        return new StoreUnavailable(Step.NOT_TAKEN, e);
    }

    private static String classOf(SQLException e) {
        @Nullable String state = e.getSQLState();
        // A failure without a code never came from the server: the driver or the pool lost the connection.
        return state == null || state.length() < 2 ? "08" : state.substring(0, 2);
    }
}
