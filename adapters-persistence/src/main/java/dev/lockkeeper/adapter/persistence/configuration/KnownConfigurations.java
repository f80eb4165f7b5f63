package dev.lockkeeper.adapter.persistence.configuration;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Follower.State;
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
    private final Map<ModuleId, Recalled> recalled = new ConcurrentHashMap<>();

    KnownConfigurations(Database database, Modules modules) {
        this.database = database;
        this.modules = modules;
    }

    /** A configuration, and the state of all of them before it was asked for. */
    private record Recalled(LockingConfiguration configuration, State state) {}

    /** The module's configuration as it was found last, if this process does not know of any change since. */
    Optional<LockingConfiguration> recall(ModuleId module) {
        Recalled last = recalled.get(module);
        return last != null && database.follower().configurations().equals(Optional.of(last.state()))
                ? Optional.of(last.configuration())
                : Optional.empty();
    }

    /** The module's configuration as it is now. */
    Optional<LockingConfiguration> find(ModuleId module) {
        Optional<State> state = database.follower().configurations();
        Optional<LockingConfiguration> found = read(module);
        if (state.isPresent() && found.isPresent()) {
            recalled.put(module, new Recalled(found.get(), state.get()));
        } else {
            recalled.remove(module);
        }
        return found;
    }

    private Optional<LockingConfiguration> read(ModuleId module) {
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
