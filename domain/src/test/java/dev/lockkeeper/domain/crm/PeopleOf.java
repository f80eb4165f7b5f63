package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people and rules do in an {@link InMemoryCrm}. */
final class PeopleOf {

    private final CrmState state;

    PeopleOf(CrmState state) {
        this.state = state;
    }

    void addModule(String module) {
        synchronized (state) {
            state.make(module);
        }
    }

    ConfigurationId configure(String module, LockType type) {
        synchronized (state) {
            List<Map<String, Object>> rules = type.hasRules() ? List.of(Map.of("name", "A rule")) : List.of();
            return state.configure(
                            state.make(module),
                            new ConfigurationId(state.nextId()),
                            type,
                            CrmBodies.entries("locking_rules", rules))
                    .id();
        }
    }

    void deleteConfiguration(String module) {
        synchronized (state) {
            CrmState.Module known = state.known(module);
            known.configuration = null;
            known.locks.clear();
        }
    }

    RecordAddress addRecord(String module) {
        synchronized (state) {
            RecordId record = new RecordId(state.nextId());
            state.make(module).records.put(record.value(), record);
            return new RecordAddress(module, record);
        }
    }

    void removeRecord(RecordAddress record) {
        synchronized (state) {
            CrmState.Module module = state.holding(record);
            module.locks.remove(record.record());
            module.records.remove(record.record().value());
        }
    }

    LockId lockByHand(RecordAddress record, UserRef by, LockReason reason) {
        synchronized (state) {
            CrmState.Module module = state.holding(record);
            if (module.locks.containsKey(record.record())) {
                throw new IllegalStateException("The record is locked: " + record);
            }
            return state.lock(module, record.record(), new LockOrigin.Manual(by, reason))
                    .id();
        }
    }

    void unlockByHand(RecordAddress record) {
        synchronized (state) {
            CrmState.Module module = state.holding(record);
            CrmLock lock = lockIn(module, record);
            held(lock);
            lock.origin()
                    .heldByRule()
                    .ifPresentOrElse(
                            rule -> module.locks.put(
                                    record.record(), CrmState.withOrigin(lock, new LockOrigin.Automatic(rule))),
                            () -> module.locks.remove(record.record()));
        }
    }

    void changeReasonByHand(RecordAddress record, LockReason reason) {
        synchronized (state) {
            CrmState.Module module = state.holding(record);
            CrmLock lock = lockIn(module, record);
            LockOrigin.ManualHold hold = new LockOrigin.ManualHold(held(lock).owner(), reason);
            LockOrigin origin = lock.origin()
                    .heldByRule()
                    .<LockOrigin>map(rule -> new LockOrigin.Both(hold, rule))
                    .orElseGet(() -> new LockOrigin.Manual(hold));
            module.locks.put(record.record(), CrmState.withOrigin(lock, origin));
        }
    }

    LockId lockByRule(RecordAddress record, RuleId rule) {
        synchronized (state) {
            CrmState.Module module = state.holding(record);
            CrmLock lock = module.locks.get(record.record());
            if (lock == null) {
                return state.lock(module, record.record(), new LockOrigin.Automatic(rule))
                        .id();
            }
            LockOrigin origin = lock.origin()
                    .manual()
                    .<LockOrigin>map(hold -> new LockOrigin.Both(hold, rule))
                    .orElseGet(() -> new LockOrigin.Automatic(rule));
            module.locks.put(record.record(), CrmState.withOrigin(lock, origin));
            return lock.id();
        }
    }

    void unlockByRule(RecordAddress record) {
        synchronized (state) {
            CrmState.Module module = state.holding(record);
            CrmLock lock = lockIn(module, record);
            lock.origin()
                    .manual()
                    .ifPresentOrElse(
                            hold -> module.locks.put(
                                    record.record(), CrmState.withOrigin(lock, new LockOrigin.Manual(hold))),
                            () -> module.locks.remove(record.record()));
        }
    }

    @Nullable
    CrmLock lockOf(RecordAddress record) {
        synchronized (state) {
            CrmState.Module module = state.find(record.module());
            return module == null ? null : module.locks.get(record.record());
        }
    }

    private static CrmLock lockIn(CrmState.Module module, RecordAddress record) {
        CrmLock lock = module.locks.get(record.record());
        if (lock == null) {
            throw new IllegalStateException("The record is not locked: " + record);
        }
        return lock;
    }

    private static LockOrigin.ManualHold held(CrmLock lock) {
        return lock.origin()
                .manual()
                .orElseThrow(() -> new IllegalStateException("No person holds the lock " + lock.id()));
    }
}
