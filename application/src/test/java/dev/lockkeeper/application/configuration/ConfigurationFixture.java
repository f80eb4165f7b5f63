package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.CreateConfiguration.Created;
import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A custom module without configuration, two callers, a clock that stands still, and calls on the module. */
final class ConfigurationFixture {

    static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");

    final InMemoryRulesStore store = new InMemoryRulesStore();
    final RulesSteps steps = new RulesSteps(store);
    final CrmModule module = steps.module;
    final User caller = store.user(Permission.CUSTOMIZE);
    /** May do anything but customise. */
    final User stranger = store.user(Permission.LOCK, Permission.ADMINISTER);

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final ConfigurationTargets targets = new ConfigurationTargets(store.modules(), store.configurations());

    CreateConfiguration.Outcome create(Draft draft) {
        return create(module.apiName(), draft.sent());
    }

    CreateConfiguration.Outcome create(String moduleName, @Nullable ConfigurationDraft draft) {
        return create(store.configurations(), moduleName, draft);
    }

    CreateConfiguration.Outcome create(
            Configurations configurations, String moduleName, @Nullable ConfigurationDraft draft) {
        return new CreateConfiguration(targets, configurations, store.profiles(), clock)
                .execute(new CreateConfiguration.Command(moduleName, caller, draft));
    }

    ChangeConfiguration.Outcome change(Draft draft) {
        return change(id(), draft);
    }

    ChangeConfiguration.Outcome change(@Nullable String id, Draft draft) {
        return change(store.configurations(), id, draft);
    }

    ChangeConfiguration.Outcome change(Configurations configurations, @Nullable String id, Draft draft) {
        ConfigurationTargets found = new ConfigurationTargets(store.modules(), configurations);
        return new ChangeConfiguration(found, configurations, store.profiles(), clock)
                .execute(new ChangeConfiguration.Command(module.apiName(), id, caller, draft.sent()));
    }

    /** The policy that a draft makes where there was none. */
    LockingPolicy created(Draft draft) {
        if (!(create(draft) instanceof Created)) {
            throw new AssertionError("refused: " + create(draft));
        }
        return configuration().policy();
    }

    /** The policy that a draft makes of the one that is there. */
    LockingPolicy changed(Draft draft) {
        ChangeConfiguration.Outcome outcome = change(draft);
        if (!(outcome instanceof ChangeConfiguration.Changed)) {
            throw new AssertionError("refused: " + outcome);
        }
        return configuration().policy();
    }

    LockingConfiguration configuration() {
        return steps.configuration();
    }

    /** The id of the module's configuration. */
    String id() {
        return configuration().id().toString();
    }

    /** The rules of the module's configuration, by their place. */
    RuleId rule(int index) {
        return configuration().policy().rules().get(index).id();
    }

    List<String> ruleNames() {
        return configuration().policy().rules().stream().map(LockingRule::name).toList();
    }

    /** What the job of an outcome does; null when there is none. */
    @Nullable
    JobKind kindOf(@Nullable JobId job) {
        return job == null ? null : steps.job(job).kind();
    }

    static ConfigurationFault faultOf(Object outcome) {
        return switch (outcome) {
            case CreateConfiguration.Faulty(ConfigurationFault fault) -> fault;
            case ChangeConfiguration.Faulty(ConfigurationFault fault) -> fault;
            default -> throw new AssertionError("no fault: " + outcome);
        };
    }
}
