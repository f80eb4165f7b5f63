package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.job.InMemoryJobs;
import dev.lockkeeper.domain.job.JobId;
import dev.lockkeeper.domain.job.JobKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link Configurations} in memory. */
public final class InMemoryConfigurations implements Configurations {

    private static final LockingConfiguration.Edit LONG_AGO =
            new LockingConfiguration.Edit(new UserRef(new UserId(1), "Nobody"), Instant.EPOCH);

    private final AtomicLong ids = new AtomicLong(1_777_000_000_002_000_000L);
    private final Map<ModuleId, LockingConfiguration> byModule = new ConcurrentHashMap<>();
    private final List<EndOfLocks> endsOfLocks = new ArrayList<>();
    private final InMemoryJobs jobs;
    private volatile Predicate<FieldId> fieldExists = field -> true;

    public InMemoryConfigurations() {
        this(new InMemoryJobs());
    }

    /** @param jobs where the jobs that changes make necessary are put */
    public InMemoryConfigurations(InMemoryJobs jobs) {
        this.jobs = jobs;
    }

    /** Says which fields there are. */
    public void knowFieldsBy(Predicate<FieldId> exists) {
        fieldExists = exists;
    }

    /** Ends the locks that a deleted configuration leaves behind. */
    @FunctionalInterface
    public interface EndOfLocks {

        /** Ends at most so many of the module's, and says how many. */
        int end(ModuleId module, int limit, UserRef by, Instant at);
    }

    /** Says who ends the locks of a configuration that is deleted. */
    public synchronized void onDelete(EndOfLocks endOfLocks) {
        endsOfLocks.add(endOfLocks);
    }

    @Override
    public Optional<LockingConfiguration> find(ModuleId module) {
        return Optional.ofNullable(byModule.get(module));
    }

    @Override
    public Optional<LockingConfiguration> recall(ModuleId module) {
        return find(module);
    }

    @Override
    public RuleId newRuleId() {
        return new RuleId(ids.incrementAndGet());
    }

    @Override
    public synchronized CreateOutcome create(
            ModuleId module, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        if (jobs.isOpen(module, JobKind.END_LOCKS)) {
            return new CreateOutcome.StillEnding();
        }
        if (byModule.containsKey(module)) {
            return new CreateOutcome.AlreadyConfigured();
        }
        if (anyFieldHasGone(policy)) {
            return new CreateOutcome.Outdated();
        }
        LockingConfiguration.Edit edit = new LockingConfiguration.Edit(by.ref(), at);
        ConfigurationId id = new ConfigurationId(ids.incrementAndGet());
        byModule.put(module, new LockingConfiguration(id, module, 1, policy, false, edit, edit));
        return new CreateOutcome.Created(id, add(module, followUp));
    }

    @Override
    public synchronized ChangeOutcome change(
            RulesVersion current, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at) {
        Optional<LockingConfiguration> stored = byModule.values().stream()
                .filter(found -> found.rulesVersion().equals(current))
                .findFirst();
        if (stored.isEmpty() || anyFieldHasGone(policy)) {
            return new ChangeOutcome.Outdated();
        }
        LockingConfiguration before = stored.get();
        byModule.put(
                before.module(),
                new LockingConfiguration(
                        before.id(),
                        before.module(),
                        before.version() + 1,
                        policy,
                        before.systemDefined(),
                        before.created(),
                        new LockingConfiguration.Edit(by.ref(), at)));
        return new ChangeOutcome.Changed(add(before.module(), followUp));
    }

    @Override
    public synchronized DeleteOutcome delete(ConfigurationId id, User by, Instant at) {
        Optional<ModuleId> module = byModule.values().stream()
                .filter(found -> found.id().equals(id))
                .map(LockingConfiguration::module)
                .findFirst();
        if (module.isEmpty()) {
            return new DeleteOutcome.NoSuchConfiguration();
        }
        byModule.remove(module.get());
        boolean someLeft = false;
        for (EndOfLocks endOfLocks : endsOfLocks) {
            someLeft |= endOfLocks.end(module.get(), LOCKS_ENDED_AT_ONCE, by.ref(), at) == LOCKS_ENDED_AT_ONCE;
        }
        return new DeleteOutcome.Deleted(someLeft ? add(module.get(), JobKind.END_LOCKS) : null);
    }

    private boolean anyFieldHasGone(LockingPolicy policy) {
        return !policy.usedFields().stream().allMatch(fieldExists);
    }

    private @Nullable JobId add(ModuleId module, @Nullable JobKind kind) {
        return kind == null ? null : jobs.add(kind, module);
    }

    /** The fields that the module's configuration uses, in a rule or because they are excluded. */
    public Set<FieldId> usedFields(ModuleId module) {
        return find(module).map(found -> found.policy().usedFields()).orElse(Set.of());
    }

    /** Whether a configuration is in this state. */
    public boolean contains(RulesVersion state) {
        return byModule.values().stream()
                .anyMatch(configuration -> configuration.rulesVersion().equals(state));
    }

    public boolean contains(ConfigurationId id) {
        return byModule.values().stream()
                .anyMatch(configuration -> configuration.id().equals(id));
    }

    /** Puts a configuration there that says nothing but the lock type; where that takes a rule, one that never matches. */
    public LockingConfiguration add(ModuleId module, LockType lockType) {
        return add(module, Policies.of(lockType), false);
    }

    /** Puts a configuration there, in place of the one that the module has. */
    public synchronized LockingConfiguration add(ModuleId module, LockingPolicy policy, boolean systemDefined) {
        LockingConfiguration configuration = new LockingConfiguration(
                new ConfigurationId(ids.incrementAndGet()), module, 1, policy, systemDefined, LONG_AGO, LONG_AGO);
        byModule.put(module, configuration);
        return configuration;
    }

    public boolean isEmpty() {
        return byModule.isEmpty();
    }

    /** Takes a configuration away without ending locks. */
    public synchronized void remove(ModuleId module) {
        byModule.remove(module);
    }
}
