package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RulesVersion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The configurations as they are stored, remembered with their version, so that only who meets another version reads
 * more than that.
 */
final class KnownConfigurations {

    private final Database database;
    private final Modules modules;
    private final Map<ModuleId, LockingConfiguration> known = new ConcurrentHashMap<>();

    KnownConfigurations(Database database, Modules modules) {
        this.database = database;
        this.modules = modules;
    }

    /** The module's configuration as it is now. */
    Optional<LockingConfiguration> find(ModuleId module) {
        Optional<Latest> latest = latest(module);
        while (latest.isPresent()) {
            Optional<LockingConfiguration> found = find(module, latest.get());
            if (found.isPresent()) {
                return found;
            }
            // It was changed in between.
            latest = latest(module);
        }
        known.remove(module);
        return Optional.empty();
    }

    /** A version, and when it was made: after a failover it may be given again, at another time. */
    private record Latest(RulesVersion version, Instant modified) {}

    private Optional<Latest> latest(ModuleId module) {
        return database.queryOne(
                ConfigurationStatements.FIND_VERSION,
                parameters -> parameters.bigint(module.value()),
                row -> new Latest(
                        ConfigurationRows.version(row),
                        row.getObject("modified_time", OffsetDateTime.class).toInstant()));
    }

    private Optional<LockingConfiguration> find(ModuleId module, Latest latest) {
        RulesVersion version = latest.version();
        LockingConfiguration last = known.get(module);
        if (last != null
                && last.rulesVersion().equals(version)
                && last.modified().at().equals(latest.modified())) {
            return Optional.of(last);
        }
        // Asked for after the version, so that it has every field that this version uses.
        CrmModule fields = modules.catalog().find(module).orElseThrow();
        Optional<LockingConfiguration> read = database.queryOne(
                ConfigurationStatements.FIND,
                parameters -> parameters.bigint(version.configuration().value()).bigint(version.version()),
                row -> ConfigurationRows.configuration(row, fields));
        read.ifPresent(configuration -> known.put(module, configuration));
        return read;
    }
}
