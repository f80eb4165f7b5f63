package dev.lockkeeper.application.configuration;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Configurations with which others get ahead of a caller, each time between what it has read and what it changes. */
final class InterruptedConfigurations implements Configurations {

    private final Configurations configurations;
    private final Deque<Runnable> interruptions;

    /** @param interruptions what happens before the first change, the second, and so on */
    InterruptedConfigurations(Configurations configurations, Runnable... interruptions) {
        this.configurations = configurations;
        this.interruptions = new ArrayDeque<>(List.of(interruptions));
    }

    private void interrupt() {
        Runnable interruption = interruptions.poll();
        if (interruption != null) {
            interruption.run();
        }
    }

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return configurations.find(module);
    }

    @Override
    public Optional<LockingConfiguration> recall(ModuleId module) {
        return configurations.recall(module);
    }

    @Override
    public RuleId newRuleId() {
        return configurations.newRuleId();
    }

    @Override
    public CreateOutcome create(
            ModuleId module, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        interrupt();
        return configurations.create(module, policy, followUp, by, at);
    }

    @Override
    public ChangeOutcome change(
            RulesVersion current, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        interrupt();
        return configurations.change(current, policy, followUp, by, at);
    }

    @Override
    public DeleteOutcome delete(ConfigurationId id, User by, Instant at) {
        interrupt();
        return configurations.delete(id, by, at);
    }
}
