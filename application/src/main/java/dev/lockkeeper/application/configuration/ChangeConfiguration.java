package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.ConfigurationFault.OfKey;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.ChangeOutcome;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the locking configuration of a module; what the draft does not mention stays. */
public final class ChangeConfiguration {

    private final ConfigurationTargets targets;
    private final Configurations configurations;
    private final Profiles profiles;
    private final Clock clock;

    public ChangeConfiguration(
            ConfigurationTargets targets, Configurations configurations, Profiles profiles, Clock clock) {
        this.targets = targets;
        this.configurations = configurations;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Who wants to change which configuration, and how.
     *
     * @param module the module's api name, in any case
     * @param id the configuration that the address names; null when the draft names it
     * @param draft null when the caller sent none that could be read, as in {@link CreateConfiguration.Command}
     */
    public record Command(
            String module,
            @Nullable String id,
            User caller,
            @Nullable ConfigurationDraft draft) {}

    /** What became of it; only {@link Changed} changed anything. */
    public sealed interface Outcome permits ConfigurationRefusal, Changed, BodyRefused, Faulty, SystemDefined {}

    /**
     * The change is in force.
     *
     * @param job what follows from it, if anything
     */
    public record Changed(ConfigurationId id, @Nullable JobId job) implements Outcome {}

    /** The command came without a draft. */
    public record BodyRefused() implements Outcome {}

    public record Faulty(ConfigurationFault fault) implements Outcome {}

    /** The configuration is the system's own. */
    public record SystemDefined() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<Outcome> outcome = attempt(command);
        while (outcome.isEmpty()) {
            // Somebody else got ahead: what is to be changed has to be read again.
            outcome = attempt(command);
        }
        return outcome.get();
    }

    private Optional<Outcome> attempt(Command command) {
        List<String> ids = command.id() == null ? List.of() : List.of(command.id());
        return switch (targets.resolve(command.module(), ids, command.caller(), true)) {
            case ConfigurationTargets.NotFound(ConfigurationRefusal refusal) -> Optional.of(refusal);
            case ConfigurationTargets.Found target -> change(target, command);
        };
    }

    private Optional<Outcome> change(ConfigurationTargets.Found target, Command command) {
        ConfigurationDraft draft = command.draft();
        if (draft == null) {
            return Optional.of(new BodyRefused());
        }
        String id = command.id() == null ? draft.id() : command.id();
        if (id == null) {
            return Optional.of(new Faulty(OfKey.ID_MISSING));
        }
        LockingConfiguration stored = target.configuration();
        return stored != null && ConfigurationTargets.isNamed(stored, id)
                ? change(target.module(), stored, draft, command.caller())
                : Optional.of(new Faulty(OfKey.ID_UNKNOWN));
    }

    private Optional<Outcome> change(
            CrmModule module, LockingConfiguration stored, ConfigurationDraft draft, User caller) {
        ConfigurationReview review =
                new ConfigurationReview(module, profiles, configurations::newRuleId, stored.policy());
        return switch (review.review(draft)) {
            case ConfigurationReview.Refused(ConfigurationFault fault) -> Optional.of(new Faulty(fault));
            case ConfigurationReview.Accepted accepted ->
                stored.systemDefined() ? Optional.of(new SystemDefined()) : change(stored, accepted, caller);
        };
    }

    private Optional<Outcome> change(LockingConfiguration stored, ConfigurationReview.Accepted accepted, User caller) {
        return switch (configurations.change(
                stored.rulesVersion(), accepted.policy(), accepted.followUp(), caller, clock.instant())) {
            case ChangeOutcome.Changed changed -> Optional.of(new Changed(stored.id(), changed.job()));
            case ChangeOutcome.Outdated() -> Optional.empty();
        };
    }
}
