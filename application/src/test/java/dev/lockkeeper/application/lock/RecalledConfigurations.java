package dev.lockkeeper.application.lock;

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
import org.jspecify.annotations.Nullable;

/** Configurations of a process that has not heard of what others changed since. */
record RecalledConfigurations(Configurations now, @Nullable LockingConfiguration recalled) implements Configurations {

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return now.find(module);
    }

    @Override
    public Optional<LockingConfiguration> recall(ModuleId module) {
        return Optional.ofNullable(recalled).filter(found -> found.module().equals(module));
    }

    @Override
    public RuleId newRuleId() {
        return now.newRuleId();
    }

    @Override
    public CreateOutcome create(
            ModuleId module, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        return now.create(module, policy, followUp, by, at);
    }

    @Override
    public ChangeOutcome change(
            RulesVersion current, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        return now.change(current, policy, followUp, by, at);
    }

    @Override
    public DeleteOutcome delete(ConfigurationId id, User by, Instant at) {
        return now.delete(id, by, at);
    }
}
