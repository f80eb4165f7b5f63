package dev.lockkeeper.application.configuration;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the locking configuration of a module. */
public final class ShowConfiguration {

    private final ConfigurationTargets targets;

    public ShowConfiguration(ConfigurationTargets targets) {
        this.targets = targets;
    }

    /**
     * Which configuration to show.
     *
     * @param module the module's api name, in any case
     * @param id the configuration asked for; null asks for whichever the module has
     */
    public record Query(String module, @Nullable String id, User caller) {}

    /** What there is to show. */
    public sealed interface Outcome permits ConfigurationRefusal, Shown, NotConfigured {}

    public record Shown(LockingConfiguration configuration) implements Outcome {}

    /** The module has no configuration. */
    public record NotConfigured() implements Outcome {}

    public Outcome execute(Query query) {
        List<String> ids = query.id() == null ? List.of() : List.of(query.id());
        return switch (targets.resolve(query.module(), ids, query.caller(), false)) {
            case ConfigurationTargets.NotFound(ConfigurationRefusal refusal) -> refusal;
            case ConfigurationTargets.Found target ->
                target.configuration() == null ? new NotConfigured() : new Shown(target.configuration());
        };
    }
}
