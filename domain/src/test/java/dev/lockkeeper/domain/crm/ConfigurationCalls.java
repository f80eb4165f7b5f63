package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.CrmReply.Answered;
import dev.lockkeeper.domain.crm.CrmReply.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an {@link InMemoryCrm} makes of calls about configurations; of what they say, it looks at the lock type alone. */
final class ConfigurationCalls {

    private final CrmState state;

    ConfigurationCalls(CrmState state) {
        this.state = state;
    }

    CrmReply<CrmAnswer> create(String name, Map<String, @Nullable Object> body) {
        CrmState.Module module = state.find(name);
        if (module == null) {
            return new Refused<>(CrmBodies.unknownModule(Map.of()));
        }
        if (module.configuration != null) {
            return new Refused<>(CrmBodies.secondConfiguration());
        }
        Map<String, @Nullable Object> element = elementOf(body);
        if (!(element.get("lock_type") instanceof String text)) {
            return new Refused<>(CrmBodies.lockTypeMissing());
        }
        Optional<LockType> type = LockType.find(text);
        if (type.isEmpty()) {
            return new Refused<>(CrmBodies.lockTypeInvalid());
        }
        ConfigurationId id = new ConfigurationId(state.nextId());
        state.configure(module, id, type.get(), element);
        return answer(201, id, "record locking configuration created successfully");
    }

    CrmReply<CrmAnswer> change(String name, @Nullable ConfigurationId id, Map<String, @Nullable Object> body) {
        CrmState.Module module = state.find(name);
        if (module == null) {
            return new Refused<>(CrmBodies.unknownModule(Map.of()));
        }
        Map<String, @Nullable Object> element = elementOf(body);
        String wanted = id == null ? String.valueOf(element.get("id")) : id.toString();
        CrmConfiguration old = module.configuration;
        if (old == null || !old.id().toString().equals(wanted)) {
            return new Refused<>(CrmBodies.unknownId(2));
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(old.element());
        changed.putAll(element);
        Optional<LockType> type = LockType.find(String.valueOf(changed.get("lock_type")));
        if (type.isEmpty()) {
            return new Refused<>(CrmBodies.lockTypeInvalid());
        }
        state.configure(module, old.id(), type.get(), changed);
        return answer(200, old.id(), "record locking configuration updated successfully");
    }

    CrmReply<CrmAnswer> delete(String name, ConfigurationId id) {
        CrmState.Module module = state.find(name);
        if (module == null) {
            return new Refused<>(CrmBodies.unknownModule(Map.of()));
        }
        if (module.configuration == null || !module.configuration.id().equals(id)) {
            return new Refused<>(CrmBodies.unknownId(2));
        }
        module.configuration = null;
        module.locks.clear();
        return answer(200, id, "record locking configuration deleted");
    }

    private static CrmReply<CrmAnswer> answer(int status, ConfigurationId id, String message) {
        return new Answered<>(new CrmAnswer(status, CrmBodies.configurationDone(id.toString(), message)));
    }

    private static Map<String, @Nullable Object> elementOf(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> element = new LinkedHashMap<>();
        if (body.get("record_locking_configurations") instanceof List<?> list
                && !list.isEmpty()
                && list.getFirst() instanceof Map<?, ?> first) {
            first.forEach((key, value) -> element.put(String.valueOf(key), value));
        }
        return element;
    }
}
