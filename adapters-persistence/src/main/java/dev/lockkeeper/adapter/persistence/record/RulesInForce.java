package dev.lockkeeper.adapter.persistence.record;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.lock.ModuleGate;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a verdict still rests on the rules in force; while the transaction lasts, the answer stays true. */
final class RulesInForce {

    private static final String VERSION =
            "select id, version from locking_configuration where module_id = ? and deleted_time is null";

    private RulesInForce() {}

    static boolean are(Transaction transaction, ModuleId module, @Nullable RulesVersion rules) throws SQLException {
        ModuleGate.enter(transaction, module);
        return Optional.ofNullable(rules)
                .equals(transaction.queryOne(
                        VERSION,
                        parameters -> parameters.bigint(module.value()),
                        row -> new RulesVersion(new ConfigurationId(row.getLong("id")), row.getLong("version"))));
    }

    /** Under which configuration these rules take records. */
    static @Nullable ConfigurationId configuration(@Nullable RulesVersion rules) {
        return rules == null ? null : rules.configuration();
    }
}
