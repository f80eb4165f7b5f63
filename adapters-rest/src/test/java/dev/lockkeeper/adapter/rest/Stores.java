package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.InMemoryRulesStore;
import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.decision.DecisionIndex;
import dev.lockkeeper.domain.decision.InMemoryDecisionIndex;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.identity.InMemoryIdentityStore;
import dev.lockkeeper.domain.identity.InMemoryProfiles;
import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.PutProfileOutcome;
import dev.lockkeeper.domain.job.InMemoryJobs;
import dev.lockkeeper.domain.job.Jobs;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.InMemoryChannels;
import dev.lockkeeper.domain.mirror.InMemoryMirroredLocks;
import dev.lockkeeper.domain.mirror.InMemoryStaleRecords;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.record.InMemoryRecords;
import dev.lockkeeper.domain.record.Records;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores in memory; each can be made to fail, and all can be emptied. */
final class Stores {

    final InMemoryModules modules = new InMemoryModules();
    /** Who may call, which no test empties. */
    final InMemoryIdentityStore identities = new InMemoryIdentityStore();

    final InMemoryAccessTokens accessTokens = identities.accessTokens();

    private volatile InMemoryRulesStore rules = emptyRules();
    private volatile @Nullable String fieldInUse;
    private volatile @Nullable RuntimeException failureOfLocks;
    private volatile @Nullable RuntimeException failureOfModules;
    private volatile @Nullable RuntimeException failureOfConfigurations;
    private volatile @Nullable RuntimeException failureOfAccessTokens;
    private volatile boolean areTokensRemembered = true;

    final InMemoryStaleRecords staleRecords = new InMemoryStaleRecords(InstantSource.system());
    final InMemoryChannels channels = new InMemoryChannels();

    InMemoryLocks locks() {
        return rules.locks();
    }

    /** The mirror of whatever the locks are at the time of a call. */
    MirroredLocks mirroredLocks() {
        return (MirroredLocks) Proxy.newProxyInstance(
                MirroredLocks.class.getClassLoader(),
                new Class<?>[] {MirroredLocks.class},
                (_, method, arguments) ->
                        method.invoke(new InMemoryMirroredLocks(locks(), InstantSource.system()), arguments));
    }

    InMemoryConfigurations configurations() {
        return rules.configurations();
    }

    InMemoryRecords records() {
        return rules.records();
    }

    InMemoryJobs jobs() {
        return rules.jobs();
    }

    InMemoryProfiles profiles() {
        return rules.profiles();
    }

    /** What is kept in memory, whatever becomes of the stores. */
    final IndexThatMayNotKnow index = new IndexThatMayNotKnow(this::ports);

    private InMemoryDecisionIndex.Ports ports() {
        return new InMemoryDecisionIndex.Ports(
                modules,
                configurations(),
                locks(),
                () -> locks().latest(),
                identities.users(),
                identities.profiles(),
                null);
    }

    /** Over these stores, away whenever one of them is. */
    DecisionIndex decisionIndex() {
        return new InMemoryDecisionIndex(new InMemoryDecisionIndex.Ports(
                modulesThatMayFail(),
                configurationsThatMayFail(),
                locksThatMayFail(),
                () -> locks().latest(),
                identities.users(),
                identities.profiles(),
                null));
    }

    Locks locksThatMayFail() {
        return new LocksThatMayFail();
    }

    Modules modulesThatMayFail() {
        return new ModulesThatMayFail();
    }

    Configurations configurationsThatMayFail() {
        return new ConfigurationsThatMayFail(() -> {
            failIfAskedTo(failureOfConfigurations);
            return rules.configurations();
        });
    }

    /** They are away along with the locks. */
    Records recordsThatMayFail() {
        return new RecordsThatMayFail(() -> {
            failIfAskedTo(failureOfLocks);
            return rules.records();
        });
    }

    /** They are away along with the locks. */
    Jobs jobsThatMayFail() {
        return new JobsThatMayFail(() -> {
            failIfAskedTo(failureOfLocks);
            return rules.jobs();
        });
    }

    /** They are away along with the configurations. */
    Profiles profilesThatMayFail() {
        return new ProfilesThatMayFail();
    }

    AccessTokens accessTokensThatMayFail() {
        return new AccessTokensThatMayFail(
                accessTokens,
                () -> {
                    failIfAskedTo(failureOfAccessTokens);
                    return accessTokens;
                },
                () -> areTokensRemembered);
    }

    void failLocks(RuntimeException failure) {
        failureOfLocks = failure;
    }

    /** Lets no added fields be replaced, since a configuration uses this one. */
    void useField(String apiName) {
        fieldInUse = apiName;
    }

    void failModules(RuntimeException failure) {
        failureOfModules = failure;
    }

    void failConfigurations(RuntimeException failure) {
        failureOfConfigurations = failure;
    }

    /** Nobody remembers them. */
    void failAccessTokens(RuntimeException failure) {
        failureOfAccessTokens = failure;
        areTokensRemembered = false;
    }

    /** Those that were used are remembered. */
    void failForgottenAccessTokens(RuntimeException failure) {
        failureOfAccessTokens = failure;
    }

    /** Empties all but the access tokens, and heals what failed. */
    void reset() {
        failureOfLocks = null;
        failureOfModules = null;
        failureOfConfigurations = null;
        failureOfAccessTokens = null;
        areTokensRemembered = true;
        fieldInUse = null;
        index.reset();
        modules.clear();
        rules = emptyRules();
    }

    /** Their modules are {@link #modules}, not the ones that the store would bring. */
    private static InMemoryRulesStore emptyRules() {
        InMemoryRulesStore empty = new InMemoryRulesStore();
        empty.configurations().knowFieldsBy(field -> true);
        return empty;
    }

    private static void failIfAskedTo(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    /** As a real store may have to go far for them, it must not be asked on the event loop. */
    private final class ModulesThatMayFail implements Modules {

        private Modules whole() {
            if (!Thread.currentThread().isVirtual()) {
                throw new IllegalStateException("The event loop was held up");
            }
            failIfAskedTo(failureOfModules);
            return modules;
        }

        @Override
        public Catalog catalog() {
            return whole().catalog();
        }

        @Override
        public Optional<CrmModule> find(String apiName) {
            return whole().find(apiName);
        }

        @Override
        public Optional<CrmModule> recall(String apiName) {
            return failureOfModules == null ? modules.recall(apiName) : Optional.empty();
        }

        @Override
        public AddModuleOutcome add(NewModule module) {
            return whole().add(module);
        }

        @Override
        public ReplaceFieldsOutcome replaceAddedFields(ModuleId module, List<NewField> fields) {
            String used = fieldInUse;
            return used == null
                    ? whole().replaceAddedFields(module, fields)
                    : new ReplaceFieldsOutcome.FieldInUse(used);
        }
    }

    private final class ProfilesThatMayFail implements Profiles {

        private Profiles whole() {
            failIfAskedTo(failureOfConfigurations);
            return rules.profiles();
        }

        @Override
        public Optional<Profile> find(ProfileId id) {
            return whole().find(id);
        }

        @Override
        public Optional<Profile> find(String name) {
            return whole().find(name);
        }

        @Override
        public List<Profile> list(@Nullable ProfileId after, int limit) {
            return whole().list(after, limit);
        }

        @Override
        public PutProfileOutcome put(NewProfile profile, Instant now) {
            return whole().put(profile, now);
        }
    }

    private final class LocksThatMayFail implements Locks {

        private Locks whole() {
            failIfAskedTo(failureOfLocks);
            return rules.locks();
        }

        @Override
        public AcquireOutcome acquire(NewLock lock) {
            return whole().acquire(lock);
        }

        @Override
        public ChangeOutcome release(ManualChange change) {
            return whole().release(change);
        }

        @Override
        public ChangeOutcome changeReason(ManualChange change, LockReason reason) {
            return whole().changeReason(change, reason);
        }

        @Override
        public Optional<LockedRecord> find(RecordKey key) {
            return whole().find(key);
        }

        @Override
        public List<LockedRecord> search(LockSearch search) {
            return whole().search(search);
        }

        @Override
        public List<LockEvent> history(RecordKey key, Revision after, int limit) {
            return whole().history(key, after, limit);
        }
    }
}
