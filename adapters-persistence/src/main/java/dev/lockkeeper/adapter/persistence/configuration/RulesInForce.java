package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.lock.ModuleGate;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a verdict still rests on the rules in force; while the transaction lasts, the answer stays true. */
public final class RulesInForce {

    private RulesInForce() {}

    public static boolean are(Transaction transaction, ModuleId module, @Nullable RulesVersion rules)
            throws SQLException {
        ModuleGate.enter(transaction, module);
        return Optional.ofNullable(rules)
                .equals(transaction.queryOne(
                        ConfigurationStatements.FIND_VERSION,
                        parameters -> parameters.bigint(module.value()),
                        ConfigurationRows::version));
    }

    /** Under which configuration these rules take records. */
    public static @Nullable ConfigurationId configuration(@Nullable RulesVersion rules) {
        return rules == null ? null : rules.configuration();
    }
}
