package dev.lockkeeper.application.configuration;

import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds the module and the configuration that a call speaks of, and whether the caller may speak of them at all. */
public final class ConfigurationTargets {

    private final Modules modules;
    private final Configurations configurations;

    public ConfigurationTargets(Modules modules, Configurations configurations) {
        this.modules = modules;
        this.configurations = configurations;
    }

    /** Either a target or a refusal. */
    sealed interface Resolution {}

    /**
     * A target.
     *
     * @param configuration the module's; null when it has none, which cannot be when the call named it by its id
     */
    record Found(CrmModule module, @Nullable LockingConfiguration configuration) implements Resolution {}

    record NotFound(ConfigurationRefusal refusal) implements Resolution {}

    /**
     * What a call on the configuration of {@code module} is about.
     *
     * @param ids the configurations that the call names; a module has one, so different ones are never all found
     * @param changes whether it is to make or change a configuration, which not every module can have
     */
    Resolution resolve(String module, List<String> ids, User caller, boolean changes) {
        Optional<CrmModule> found = modules.catalog().find(module).filter(CrmModule::addressable);
        if (found.isEmpty()) {
            return new NotFound(ConfigurationRefusal.UNKNOWN_MODULE);
        }
        if (changes && !found.get().lockable()) {
            return new NotFound(ConfigurationRefusal.MODULE_NOT_SUPPORTED);
        }
        Optional<LockingConfiguration> configuration =
                configurations.find(found.get().id());
        if (!ids.stream().allMatch(id -> configuration.isPresent() && isNamed(configuration.get(), id))) {
            return new NotFound(ConfigurationRefusal.NO_SUCH_CONFIGURATION);
        }
        return caller.may(Permission.CUSTOMIZE)
                ? new Found(found.get(), configuration.orElse(null))
                : new NotFound(ConfigurationRefusal.NOT_PERMITTED);
    }

    /** Whether {@code id} is how a caller writes this configuration's id. */
    static boolean isNamed(LockingConfiguration configuration, String id) {
        OptionalLong parsed = CrmId.parse(id);
        return parsed.isPresent() && configuration.id().equals(new ConfigurationId(parsed.getAsLong()));
    }
}
