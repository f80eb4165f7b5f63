package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmReply.Answered;
import dev.lockkeeper.domain.crm.CrmReply.Refused;
import dev.lockkeeper.domain.crm.CrmReply.Unavailable;
import dev.lockkeeper.domain.crm.CrmReply.Unknown;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A CRM that decides in memory as the contract says Zoho does, and that can be troubled. One step at a time. */
public final class InMemoryCrm implements Crm, CrmPeople {

    /** The user on whose behalf the service calls. */
    public static final UserRef SERVICE = new UserRef(new UserId(111_111_000_000_046_999L), "Lockkeeper");

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** What can befall a call. */
    public enum Trouble {
        /** Nothing: this call is as any other. */
        NONE,
        /** The CRM is not reached. */
        AWAY,
        /** A change does not reach the CRM, and nobody knows; a question is not answered. */
        LOST_BEFORE,
        /** A change is made, and its answer is lost; a question is not answered. */
        LOST_AFTER
    }

    private final CrmState state;
    private final PeopleOf people;
    private final List<String> calls = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private boolean away;

    public InMemoryCrm() {
        this(InstantSource.system());
    }

    public InMemoryCrm(InstantSource clock) {
        this.state = new CrmState(clock);
        this.people = new PeopleOf(state);
    }

    /** What befalls the next calls, one each. */
    public void next(Trouble... coming) {
        synchronized (state) {
            troubles.addAll(List.of(coming));
        }
    }

    /** Whether the CRM is away until it is said to be back. */
    public void away(boolean now) {
        synchronized (state) {
            away = now;
        }
    }

    /** The channels that were asked for, the latest last. */
    public List<Channel> channels() {
        synchronized (state) {
            return List.copyOf(channels);
        }
    }

    @Override
    public CrmReply<TakenLock> lock(RecordAddress record, LockReason reason) {
        return change("lock", () -> locked(record, reason));
    }

    private CrmReply<TakenLock> locked(RecordAddress record, LockReason reason) {
        CrmRefusal refusal = refusalOf(record);
        if (refusal != null) {
            return new Refused<>(refusal);
        }
        CrmState.Module module = state.holding(record);
        if (module.configuration != null && !module.configuration.lockType().allowsManualLocks()) {
            return new Refused<>(CrmBodies.automaticOnly());
        }
        if (module.locks.containsKey(record.record())) {
            return new Refused<>(CrmBodies.alreadyLocked());
        }
        CrmLock lock = state.lock(module, record.record(), new LockOrigin.Manual(SERVICE, reason));
        return new Answered<>(new TakenLock(lock.id(), SERVICE, lock.lockedAt()));
    }

    @Override
    public CrmReply<LockId> unlock(RecordAddress record, LockId lock) {
        return change("unlock", () -> {
            CrmRefusal refusal = refusalOf(record, lock);
            if (refusal == null) {
                people.unlockByHand(record);
            }
            return refusal == null ? new Answered<>(lock) : new Refused<>(refusal);
        });
    }

    @Override
    public CrmReply<LockId> changeReason(RecordAddress record, LockId lock, LockReason reason) {
        return change("changeReason", () -> {
            CrmRefusal refusal = refusalOf(record, lock);
            if (refusal == null) {
                people.changeReasonByHand(record, reason);
            }
            return refusal == null ? new Answered<>(lock) : new Refused<>(refusal);
        });
    }

    @Override
    public CrmReply<FoundLock> findLock(RecordAddress record) {
        return question("findLock", () -> {
            CrmRefusal refusal = refusalOf(record);
            return refusal == null
                    ? new Answered<>(new FoundLock(state.holding(record).locks.get(record.record())))
                    : new Refused<>(refusal);
        });
    }

    @Override
    public CrmReply<LockedPage> lockedRecords(String module, int page) {
        return question("lockedRecords", () -> {
            CrmState.Module found = state.find(module);
            if (found == null) {
                return new Refused<>(CrmBodies.unknownModule(Map.of()));
            }
            List<RecordId> locked = found.records.values().stream()
                    .filter(found.locks::containsKey)
                    .skip((long) page * PAGE)
                    .limit(PAGE + 1L)
                    .toList();
            return new Answered<>(
                    new LockedPage(locked.subList(0, Math.min(PAGE, locked.size())), locked.size() > PAGE));
        });
    }

    @Override
    public CrmReply<Map<RecordId, Boolean>> areLocked(String module, List<RecordId> records) {
        if (records.isEmpty() || records.size() > BATCH) {
            throw new IllegalArgumentException("Not 1 to " + BATCH + " records: " + records.size());
        }
        return question("areLocked", () -> {
            CrmState.Module found = state.find(module);
            if (found == null) {
                return new Refused<>(CrmBodies.unknownModule(CrmBodies.segment(0)));
            }
            Map<RecordId, Boolean> answer = new LinkedHashMap<>();
            records.stream()
                    .filter(found.records::containsValue)
                    .forEach(record -> answer.put(record, found.locks.containsKey(record)));
            return new Answered<>(answer);
        });
    }

    @Override
    public CrmReply<FoundConfiguration> findConfiguration(String module) {
        return question("findConfiguration", () -> {
            CrmState.Module found = state.find(module);
            return found == null
                    ? new Refused<>(CrmBodies.unknownModule(Map.of()))
                    : new Answered<>(new FoundConfiguration(found.configuration));
        });
    }

    @Override
    public CrmReply<CrmAnswer> createConfiguration(String module, Map<String, @Nullable Object> body) {
        return change("createConfiguration", () -> new ConfigurationCalls(state).create(module, body));
    }

    @Override
    public CrmReply<CrmAnswer> changeConfiguration(
            String module, @Nullable ConfigurationId id, Map<String, @Nullable Object> body) {
        return change("changeConfiguration", () -> new ConfigurationCalls(state).change(module, id, body));
    }

    @Override
    public CrmReply<CrmAnswer> deleteConfiguration(String module, ConfigurationId id) {
        return change("deleteConfiguration", () -> new ConfigurationCalls(state).delete(module, id));
    }

    @Override
    public CrmReply<List<CrmModuleInfo>> modules() {
        return question(
                "modules",
                () -> new Answered<>(state.moduleNames().stream()
                        .map(name -> new CrmModuleInfo(name, name.replace('_', ' '), name.startsWith("Custom")))
                        .toList()));
    }

    @Override
    public CrmReply<List<CrmFieldInfo>> fields(String module) {
        return question(
                "fields",
                () -> state.find(module) == null
                        ? new Refused<>(CrmBodies.unknownModule(Map.of()))
                        : new Answered<>(List.of(
                                new CrmFieldInfo("Name", "Name", "text", false),
                                new CrmFieldInfo("Created_Time", "Created Time", "datetime", true))));
    }

    @Override
    public CrmReply<UserRef> currentUser() {
        return question("currentUser", () -> new Answered<>(SERVICE));
    }

    @Override
    public CrmReply<ChannelId> watch(Channel channel) {
        return change("watch", () -> {
            if (state.find(channel.module()) == null) {
                return new Refused<>(CrmBodies.unknownModule(Map.of()));
            }
            channels.add(channel);
            return new Answered<>(channel.id());
        });
    }

    @Override
    public Crm inBackground() {
        return this;
    }

    @Override
    public CrmStatus status() {
        synchronized (state) {
            return away
                    ? new CrmStatus(CrmStatus.State.AWAY, "Told to be away")
                    : new CrmStatus(CrmStatus.State.REACHABLE, "In memory");
        }
    }

    private <T> CrmReply<T> change(String call, Supplier<CrmReply<T>> step) {
        return take(call, step, new Unknown<>());
    }

    private <T> CrmReply<T> question(String call, Supplier<CrmReply<T>> step) {
        return take(call, step, new Unavailable<>(COME_AGAIN));
    }

    private <T> CrmReply<T> take(String call, Supplier<CrmReply<T>> step, CrmReply<T> lost) {
        synchronized (state) {
            Trouble trouble = away ? Trouble.AWAY : troubles.poll();
            if (trouble == Trouble.AWAY) {
                return new Unavailable<>(COME_AGAIN);
            }
            if (trouble == Trouble.LOST_BEFORE) {
                return lost;
            }
            calls.add(call);
            CrmReply<T> reply = step.get();
            return trouble == Trouble.LOST_AFTER ? lost : reply;
        }
    }

    private @Nullable CrmRefusal refusalOf(RecordAddress record) {
        CrmState.Module module = state.find(record.module());
        if (module == null) {
            return CrmBodies.unknownModule(CrmBodies.segment(0));
        }
        if (!module.records.containsValue(record.record())) {
            return CrmBodies.unknownRecord();
        }
        return module.configuration == null ? CrmBodies.notConfigured() : null;
    }

    private @Nullable CrmRefusal refusalOf(RecordAddress record, LockId id) {
        CrmRefusal refusal = refusalOf(record);
        if (refusal != null) {
            return refusal;
        }
        CrmLock lock = state.holding(record).locks.get(record.record());
        if (lock == null || !lock.id().equals(id)) {
            return CrmBodies.unknownId(3);
        }
        return lock.origin().manual().isEmpty() ? CrmBodies.heldByRule() : null;
    }

    @Override
    public void addModule(String module) {
        people.addModule(module);
    }

    @Override
    public ConfigurationId configure(String module, LockType type) {
        return people.configure(module, type);
    }

    @Override
    public void deleteConfiguration(String module) {
        people.deleteConfiguration(module);
    }

    @Override
    public RecordAddress addRecord(String module) {
        return people.addRecord(module);
    }

    @Override
    public void removeRecord(RecordAddress record) {
        people.removeRecord(record);
    }

    @Override
    public LockId lockByHand(RecordAddress record, UserRef by, LockReason reason) {
        return people.lockByHand(record, by, reason);
    }

    @Override
    public void unlockByHand(RecordAddress record) {
        people.unlockByHand(record);
    }

    @Override
    public void changeReasonByHand(RecordAddress record, LockReason reason) {
        people.changeReasonByHand(record, reason);
    }

    @Override
    public LockId lockByRule(RecordAddress record, RuleId rule) {
        return people.lockByRule(record, rule);
    }

    @Override
    public void unlockByRule(RecordAddress record) {
        people.unlockByRule(record);
    }

    @Override
    public @Nullable CrmLock lockOf(RecordAddress record) {
        return people.lockOf(record);
    }

    @Override
    public List<String> calls() {
        synchronized (state) {
            return List.copyOf(calls);
        }
    }
}
