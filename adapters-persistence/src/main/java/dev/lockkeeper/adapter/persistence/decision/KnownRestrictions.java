package dev.lockkeeper.adapter.persistence.decision;

import dev.lockkeeper.adapter.persistence.database.Transaction;
import dev.lockkeeper.adapter.persistence.database.Transaction.Query;
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
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where modules, and what is configured for their locked records, are read. */
@Singleton
final class KnownRestrictions {

    /** Which state of which configuration a module has; after a failover a version may be given again, at another time. */
    private record InForce(ModuleId module, long configuration, long version, Instant modified) {}

    private static final Query<InForce> IN_FORCE = new Query<>(
            "select module_id, id, version, modified_time from locking_configuration where deleted_time is null",
            _ -> {},
            row -> new InForce(
                    new ModuleId(row.getLong("module_id")),
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getObject("modified_time", OffsetDateTime.class).toInstant()));

    private final Modules modules;
    private final Configurations configurations;
    private final MirroredModules mirroredModules;

    /** What such a state says. */
    private record Configured(InForce inForce, Restrictions restrictions) {}

    private Map<ModuleId, Configured> lastRead = Map.of();

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

    /** All of it, of which only what has changed since it was last read is read from the store. For one thread. */
    Read read(Transaction transaction, Authority decidedBy) throws SQLException {
        return switch (decidedBy) {
            case LOCAL -> {
                // Before the modules, which then have all that are configured: none of them ever goes.
                List<InForce> inForce = transaction.query(IN_FORCE);
                Catalog catalog = modules.catalog();
                yield new Read(catalog, local(inForce, catalog));
            }
            case CRM -> new Read(modules.catalog(), mirrored());
        };
    }

    private Map<ModuleId, Restrictions> local(List<InForce> all, Catalog catalog) {
        Map<ModuleId, Configured> now = new HashMap<>();
        Map<ModuleId, Restrictions> read = new HashMap<>();
        for (InForce inForce : all) {
            ModuleId module = inForce.module();
            Configured last = lastRead.get(module);
            Restrictions restrictions = last != null && last.inForce().equals(inForce)
                    ? last.restrictions()
                    : find(catalog.find(module).orElseThrow(), Authority.LOCAL);
            if (restrictions != null) {
                now.put(module, new Configured(inForce, restrictions));
                read.put(module, restrictions);
            }
        }
        lastRead = now;
        return read;
    }

    private Map<ModuleId, Restrictions> mirrored() {
        Map<ModuleId, Restrictions> restrictions = new HashMap<>();
        for (MirroredModule mirrored : mirroredModules.list()) {
            if (mirrored.configuration() != null) {
                restrictions.put(mirrored.module(), Restrictions.of(mirrored.configuration()));
            }
        }
        return restrictions;
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
