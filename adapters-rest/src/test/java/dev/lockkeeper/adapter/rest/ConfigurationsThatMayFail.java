package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ChangeOutcome;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.CreateOutcome;
import dev.lockkeeper.domain.configuration.DeleteOutcome;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobKind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Configurations that are looked for anew with every call, and may not be found. */
final class ConfigurationsThatMayFail implements Configurations {

    private final Supplier<Configurations> found;

    ConfigurationsThatMayFail(Supplier<Configurations> found) {
        this.found = found;
    }

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return found.get().find(module);
    }

    @Override
    public Optional<LockingConfiguration> recall(ModuleId module) {
        return found.get().recall(module);
    }

    @Override
    public RuleId newRuleId() {
        return found.get().newRuleId();
    }

    @Override
    public CreateOutcome create(
            ModuleId module, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        return found.get().create(module, policy, followUp, by, at);
    }

    @Override
    public ChangeOutcome change(
            RulesVersion current, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        return found.get().change(current, policy, followUp, by, at);
    }

    @Override
    public DeleteOutcome delete(ConfigurationId id, User by, Instant at) {
        return found.get().delete(id, by, at);
    }
}
