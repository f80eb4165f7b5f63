package dev.lockkeeper.application.configuration;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.CreateOutcome;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a module its locking configuration. */
public final class CreateConfiguration {

    private final ConfigurationTargets targets;
    private final Configurations configurations;
    private final Profiles profiles;
    private final Clock clock;

    public CreateConfiguration(
            ConfigurationTargets targets, Configurations configurations, Profiles profiles, Clock clock) {
        this.targets = targets;
        this.configurations = configurations;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Who wants to configure which module, and how.
     *
     * @param module the module's api name, in any case
     * @param draft null when the caller sent none that could be read: whatever comes earlier in the order of refusal is
     *     then still found first
     */
    public record Command(
            String module, User caller, @Nullable ConfigurationDraft draft) {}

    /** What became of it; only {@link Created} changed anything. */
    public sealed interface Outcome
            permits ConfigurationRefusal, Created, BodyRefused, Faulty, AlreadyConfigured, StillEnding {}

    /**
     * The configuration is in force.
     *
     * @param job what follows from it, if anything
     */
    public record Created(ConfigurationId id, @Nullable JobId job) implements Outcome {}

    /** The command came without a draft. */
    public record BodyRefused() implements Outcome {}

    public record Faulty(ConfigurationFault fault) implements Outcome {}

    public record AlreadyConfigured() implements Outcome {}

    /** The module had a configuration whose locks are still being ended: to be tried again. */
    public record StillEnding() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<Outcome> outcome = attempt(command);
        while (outcome.isEmpty()) {
            // The module's fields were changed in between: the draft has to be judged by those it has now.
            outcome = attempt(command);
        }
        return outcome.get();
    }

    private Optional<Outcome> attempt(Command command) {
        return switch (targets.resolve(command.module(), List.of(), command.caller(), true)) {
            case ConfigurationTargets.NotFound(ConfigurationRefusal refusal) -> Optional.of(refusal);
            case ConfigurationTargets.Found target -> create(target.module(), command);
        };
    }

    private Optional<Outcome> create(CrmModule module, Command command) {
        if (command.draft() == null) {
            return Optional.of(new BodyRefused());
        }
        ConfigurationReview review = new ConfigurationReview(module, profiles, configurations::newRuleId, null);
        return switch (review.review(command.draft())) {
            case ConfigurationReview.Refused(ConfigurationFault fault) -> Optional.of(new Faulty(fault));
            case ConfigurationReview.Accepted accepted -> create(module, accepted, command.caller());
        };
    }

    private Optional<Outcome> create(CrmModule module, ConfigurationReview.Accepted accepted, User caller) {
        return switch (configurations.create(
                module.id(), accepted.policy(), accepted.followUp(), caller, clock.instant())) {
            case CreateOutcome.Created created -> Optional.of(new Created(created.id(), created.job()));
            case CreateOutcome.AlreadyConfigured() -> Optional.of(new AlreadyConfigured());
            case CreateOutcome.StillEnding() -> Optional.of(new StillEnding());
            case CreateOutcome.Outdated() -> Optional.empty();
        };
    }
}
