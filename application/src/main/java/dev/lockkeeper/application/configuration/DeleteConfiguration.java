package dev.lockkeeper.application.configuration;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.DeleteOutcome;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deletes the locking configuration of a module, and with it all locks of its records. */
public final class DeleteConfiguration {

    private final ConfigurationTargets targets;
    private final Configurations configurations;
    private final Clock clock;

    public DeleteConfiguration(ConfigurationTargets targets, Configurations configurations, Clock clock) {
        this.targets = targets;
        this.configurations = configurations;
        this.clock = clock;
    }

    /**
     * Who wants to delete which configuration.
     *
     * @param module the module's api name, in any case
     * @param ids the configurations named; a module has one, so more than one that differ are never all found, and then
     *     none is deleted
     */
    public record Command(String module, List<String> ids, User caller) {

        public Command {
            ids = List.copyOf(ids);
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("Nothing is named");
            }
        }
    }

    /** What became of it; only {@link Deleted} changed anything. */
    public sealed interface Outcome permits ConfigurationRefusal, Deleted, SystemDefined {}

    /**
     * The configuration is gone.
     *
     * @param job what ends the rest of the module's locks, if there were many
     */
    public record Deleted(ConfigurationId id, @Nullable JobId job) implements Outcome {}

    /** The configuration is the system's own. */
    public record SystemDefined() implements Outcome {}

    public Outcome execute(Command command) {
        return switch (targets.resolve(command.module(), command.ids(), command.caller(), false)) {
            case ConfigurationTargets.NotFound(ConfigurationRefusal refusal) -> refusal;
            case ConfigurationTargets.Found target ->
                delete(Objects.requireNonNull(target.configuration(), "named by its id"), command.caller());
        };
    }

    private Outcome delete(LockingConfiguration stored, User caller) {
        if (stored.systemDefined()) {
            return new SystemDefined();
        }
        return switch (configurations.delete(stored.id(), caller, clock.instant())) {
            case DeleteOutcome.Deleted deleted -> new Deleted(stored.id(), deleted.job());
            case DeleteOutcome.NoSuchConfiguration() -> ConfigurationRefusal.NO_SUCH_CONFIGURATION;
        };
    }
}
