package dev.lockkeeper.adapter.persistence.lock;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.domain.catalog.ModuleId;
import java.sql.SQLException;

/**
 * Keeps apart those who judge a module's records by its rules, who may be many at once, and those who change the rules,
 * one of whom goes alone. Held to the end of the transaction; taken before any row.
 *
 * <p>An advisory lock whose key is the module's id, so it also works where there is no row to lock: for a module without
 * a configuration.
 */
public final class ModuleGate {

    private ModuleGate() {}

    /** Waits until nobody is changing the module's rules, and keeps others from doing so. */
    public static void enter(Transaction transaction, ModuleId module) throws SQLException {
        take(transaction, "select pg_advisory_xact_lock_shared(?)", module);
    }

    /** Waits until nobody is judging by the module's rules or changing them, and keeps others from doing so. */
    public static void enterAlone(Transaction transaction, ModuleId module) throws SQLException {
        take(transaction, "select pg_advisory_xact_lock(?)", module);
    }

    private static void take(Transaction transaction, String sql, ModuleId module) throws SQLException {
        transaction.query(sql, parameters -> parameters.bigint(module.value()), row -> true);
    }
}
