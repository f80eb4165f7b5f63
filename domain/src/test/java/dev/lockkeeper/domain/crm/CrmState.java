package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an {@link InMemoryCrm} holds, which also guards it. */
final class CrmState {

    /** Ids look like Zoho's. */
    private static final long FIRST_ID = 111_111_000_000_047_000L;

    /** A module with its records; a record that is not locked has no entry among the locks. */
    static final class Module {

        final TreeMap<Long, RecordId> records = new TreeMap<>();
        final Map<RecordId, CrmLock> locks = new LinkedHashMap<>();

        @Nullable
        CrmConfiguration configuration;
    }

    private final InstantSource clock;
    private final Map<String, Module> modules = new LinkedHashMap<>();
    private long lastId = FIRST_ID;

    CrmState(InstantSource clock) {
        this.clock = clock;
    }

    long nextId() {
        return ++lastId;
    }

    List<String> moduleNames() {
        return new ArrayList<>(modules.keySet());
    }

    @Nullable
    Module find(String module) {
        return modules.get(module);
    }

    Module make(String module) {
        return modules.computeIfAbsent(module, _ -> new Module());
    }

    Module known(String module) {
        Module found = modules.get(module);
        if (found == null) {
            throw new IllegalArgumentException("The CRM has no module " + module);
        }
        return found;
    }

    Module holding(RecordAddress record) {
        Module module = known(record.module());
        if (!module.records.containsValue(record.record())) {
            throw new IllegalArgumentException("The CRM has no record " + record);
        }
        return module;
    }

    /** The lock as it was, with another origin. */
    static CrmLock withOrigin(CrmLock lock, LockOrigin origin) {
        return new CrmLock(lock.id(), origin, lock.configuration(), lock.lockedAt());
    }

    CrmLock lock(Module module, RecordId record, LockOrigin origin) {
        CrmConfiguration configuration = module.configuration;
        if (configuration == null) {
            throw new IllegalStateException("The module has no locking configuration");
        }
        CrmLock lock = new CrmLock(
                new LockId(nextId()),
                origin,
                configuration.id(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        module.locks.put(record, lock);
        return lock;
    }

    /** Keeps a configuration of which these are the caller's words. */
    CrmConfiguration configure(Module module, ConfigurationId id, LockType type, Map<String, @Nullable Object> words) {
        Map<String, @Nullable Object> element = new LinkedHashMap<>(words);
        element.put("id", id.toString());
        element.put("lock_type", type.zohoName());
        element.put("feature_type", "record_locking");
        element.put("system_defined", false);
        Map<RuleId, String> names = new LinkedHashMap<>();
        List<@Nullable Object> rules = new ArrayList<>();
        if (words.get("locking_rules") instanceof List<?> given) {
            for (Object each : given) {
                if (each instanceof Map<?, ?> rule && !Boolean.TRUE.equals(rule.get("_delete"))) {
                    RuleId ruleId = rule.get("id") instanceof String text
                            ? new RuleId(Long.parseLong(text))
                            : new RuleId(nextId());
                    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
                    rule.forEach((key, value) -> kept.put(String.valueOf(key), value));
                    kept.put("id", ruleId.toString());
                    rules.add(kept);
                    names.put(ruleId, String.valueOf(rule.get("name")));
                }
            }
        }
        element.put("locking_rules", rules);
        CrmConfiguration made = new CrmConfiguration(id, type, names, element);
        module.configuration = made;
        return made;
    }
}
