package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.adapter.persistence.database.Parameters;
import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.lock.EndedLocks;
import dev.lockkeeper.adapter.persistence.lock.ModuleGate;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.ChangeOutcome;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.CreateOutcome;
import dev.lockkeeper.domain.configuration.DeleteOutcome;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Configurations} on PostgreSQL. */
@Singleton
final class JdbcConfigurations implements Configurations {

    private final Database database;
    private final KnownConfigurations known;

    JdbcConfigurations(Database database, Modules modules) {
        this.database = database;
        this.known = new KnownConfigurations(database, modules);
    }

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return known.find(module);
    }

    @Override
    public Optional<LockingConfiguration> recall(ModuleId module) {
        return known.recall(module);
    }

    @Override
    public RuleId newRuleId() {
        return database.queryOne(
                        ConfigurationStatements.NEW_RULE_ID, parameters -> {}, row -> new RuleId(row.getLong("id")))
                .orElseThrow();
    }

    @Override
    public CreateOutcome create(
            ModuleId module, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        return database.inFollowedTransaction(transaction -> {
            ModuleGate.enterAlone(transaction, module);
            boolean stillEnding = transaction
                    .queryOne(
                            ConfigurationStatements.LOCKS_STILL_ENDING,
                            parameters -> parameters.bigint(module.value()),
                            row -> row.getBoolean("still_ending"))
                    .orElseThrow();
            if (stillEnding) {
                return new CreateOutcome.StillEnding();
            }
            if (anyFieldHasGone(transaction, policy)) {
                return isConfigured(transaction, module)
                        ? new CreateOutcome.AlreadyConfigured()
                        : new CreateOutcome.Outdated();
            }
            Optional<ConfigurationId> id = transaction.queryOne(
                    ConfigurationStatements.CREATE,
                    parameters -> bind(parameters, policy, by, at)
                            .bigint(module.value())
                            .bigint(by.id().value())
                            .timestamptz(at),
                    row -> new ConfigurationId(row.getLong("id")));
            if (id.isEmpty()) {
                return new CreateOutcome.AlreadyConfigured();
            }
            addRules(transaction, id.get(), policy);
            return new CreateOutcome.Created(id.get(), add(transaction, module, followUp));
        });
    }

    @Override
    public ChangeOutcome change(
            RulesVersion current, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        ConfigurationId id = current.configuration();
        return database.inFollowedTransaction(transaction -> {
            Optional<ModuleId> module = moduleOf(transaction, id);
            if (module.isEmpty()) {
                return new ChangeOutcome.Outdated();
            }
            ModuleGate.enterAlone(transaction, module.get());
            if (anyFieldHasGone(transaction, policy)) {
                return new ChangeOutcome.Outdated();
            }
            int changed = transaction.update(
                    ConfigurationStatements.CHANGE,
                    parameters ->
                            bind(parameters, policy, by, at).bigint(id.value()).bigint(current.version()));
            if (changed == 0) {
                return new ChangeOutcome.Outdated();
            }
            transaction.update(ConfigurationStatements.REMOVE_RULES, parameters -> parameters.bigint(id.value()));
            addRules(transaction, id, policy);
            return new ChangeOutcome.Changed(add(transaction, module.get(), followUp));
        });
    }

    @Override
    public DeleteOutcome delete(ConfigurationId id, User by, Instant at) {
        return database.inFollowedTransaction(transaction -> {
            Optional<ModuleId> module = moduleOf(transaction, id);
            if (module.isEmpty()) {
                return new DeleteOutcome.NoSuchConfiguration();
            }
            ModuleGate.enterAlone(transaction, module.get());
            boolean taken = transaction
                    .queryOne(ConfigurationStatements.TAKE, parameters -> parameters.bigint(id.value()), row -> true)
                    .isPresent();
            if (!taken) {
                return new DeleteOutcome.NoSuchConfiguration();
            }
            transaction.update(
                    ConfigurationStatements.DELETE,
                    parameters -> parameters
                            .timestamptz(at)
                            .bigint(by.id().value())
                            .timestamptz(at)
                            .bigint(id.value()));
            int ended = EndedLocks.under(transaction, module.get(), LOCKS_ENDED_AT_ONCE, by.id(), at);
            return new DeleteOutcome.Deleted(
                    ended < LOCKS_ENDED_AT_ONCE ? null : add(transaction, module.get(), JobKind.END_LOCKS));
        });
    }

    private static Optional<ModuleId> moduleOf(Transaction transaction, ConfigurationId id) throws SQLException {
        return transaction.queryOne(
                ConfigurationStatements.MODULE_OF,
                parameters -> parameters.bigint(id.value()),
                row -> new ModuleId(row.getLong("module_id")));
    }

    /** While the module's gate is held alone, its fields stay as they are. */
    private static boolean anyFieldHasGone(Transaction transaction, LockingPolicy policy) throws SQLException {
        return transaction
                .queryOne(
                        ConfigurationStatements.FIELDS_GONE,
                        parameters -> parameters.bigints(usedFields(policy)).bigint(Catalog.LARGEST_STANDARD_ID),
                        row -> row.getBoolean("gone"))
                .orElseThrow();
    }

    private static boolean isConfigured(Transaction transaction, ModuleId module) throws SQLException {
        return transaction
                .queryOne(
                        ConfigurationStatements.FIND_VERSION,
                        parameters -> parameters.bigint(module.value()),
                        row -> true)
                .isPresent();
    }

    private static Parameters bind(Parameters parameters, LockingPolicy policy, User by, Instant at)
            throws SQLException {
        return parameters
                .text(policy.lockType().zohoName())
                .text(policy.lockedFor().zohoName())
                .bigints(policy.excludedProfiles().stream()
                        .map(profile -> profile.id().value())
                        .toList())
                .text(ConfigurationRows.excludedFields(policy))
                .texts(policy.restrictedActions().stream()
                        .map(RestrictedAction::zohoName)
                        .toList())
                .texts(policy.restrictedCommunications().stream()
                        .map(RestrictedCommunication::zohoName)
                        .toList())
                .text(ConfigurationRows.customButtons(policy))
                .bool(policy.lockForPortalUsers())
                .bigints(usedFields(policy))
                .bigint(by.id().value())
                .timestamptz(at);
    }

    private static List<Long> usedFields(LockingPolicy policy) {
        return policy.usedFields().stream().map(FieldId::value).toList();
    }

    private static void addRules(Transaction transaction, ConfigurationId id, LockingPolicy policy)
            throws SQLException {
        int position = 0;
        for (LockingRule rule : policy.rules()) {
            int place = position++;
            transaction.update(
                    ConfigurationStatements.ADD_RULE,
                    parameters -> parameters
                            .bigint(rule.id().value())
                            .bigint(id.value())
                            .bigint(place)
                            .text(rule.name())
                            .bool(rule.lockExistingRecords())
                            .text(Json.write(rule.criteria().toTree())));
        }
    }

    private static @Nullable JobId add(Transaction transaction, ModuleId module, @Nullable JobKind kind)
            throws SQLException {
        if (kind == null) {
            return null;
        }
        return transaction
                .queryOne(
                        ConfigurationStatements.ADD_JOB,
                        parameters -> parameters
                                .text(kind.name().toLowerCase(Locale.ROOT))
                                .bigint(module.value()),
                        row -> new JobId(row.getLong("id")))
                .orElseThrow();
    }
}
