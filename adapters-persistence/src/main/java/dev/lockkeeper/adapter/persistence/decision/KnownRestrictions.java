package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.decision.Restrictions;
import dev.lockkeeper.domain.installation.Authority;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where modules, and what is configured for their locked records, are read. */
@Singleton
final class KnownRestrictions {

    private final Modules modules;
    private final Configurations configurations;
    private final MirroredModules mirroredModules;

    KnownRestrictions(Modules modules, Configurations configurations, MirroredModules mirroredModules) {
        this.modules = modules;
        this.configurations = configurations;
        this.mirroredModules = mirroredModules;
    }

    /** The modules, and the restrictions of those that are configured. */
    record Read(Catalog catalog, Map<ModuleId, Restrictions> restrictions) {

        static final Read NONE = new Read(Catalog.standard(), Map.of());

        Read {
            restrictions = Map.copyOf(restrictions);
        }
    }

    Read read(Authority decidedBy) {
        Catalog catalog = modules.catalog();
        Map<ModuleId, Restrictions> restrictions = new HashMap<>();
        for (CrmModule module : catalog.modules()) {
            Restrictions found = find(module, decidedBy);
            if (found != null) {
                restrictions.put(module.id(), found);
            }
        }
        return new Read(catalog, restrictions);
    }

    /** The module of this name, if its records can be named. */
    Optional<CrmModule> module(String apiName) {
        return modules.find(apiName).filter(CrmModule::addressable);
    }

    /** What a module's configuration says; null when it has none. */
    @Nullable
    Restrictions find(CrmModule module, Authority decidedBy) {
        return switch (decidedBy) {
            case LOCAL ->
                configurations
                        .find(module.id())
                        .map(found -> Restrictions.of(found.policy()))
                        .orElse(null);
            case CRM ->
                mirroredModules
                        .find(module.id())
                        .map(MirroredModule::configuration)
                        .map(Restrictions::of)
                        .orElse(null);
        };
    }
}
