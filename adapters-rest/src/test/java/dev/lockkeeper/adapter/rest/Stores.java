package dev.lockkeeper.adapter.rest;

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
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores in memory; each can be made to fail, and all can be emptied. */
final class Stores {

    final InMemoryModules modules = new InMemoryModules();
    final InMemoryConfigurations configurations = new InMemoryConfigurations();
    final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();

    private volatile InMemoryLocks locks = new InMemoryLocks(configurations::contains);
    private volatile @Nullable RuntimeException failureOfLocks;
    private volatile @Nullable RuntimeException failureOfModules;
    private volatile @Nullable RuntimeException failureOfConfigurations;
    private volatile @Nullable RuntimeException failureOfAccessTokens;

    InMemoryLocks locks() {
        return locks;
    }

    Locks locksThatMayFail() {
        return new LocksThatMayFail();
    }

    Modules modulesThatMayFail() {
        return new ModulesThatMayFail();
    }

    Configurations configurationsThatMayFail() {
        return module -> {
            failIfAskedTo(failureOfConfigurations);
            return configurations.find(module);
        };
    }

    AccessTokens accessTokensThatMayFail() {
        return token -> {
            failIfAskedTo(failureOfAccessTokens);
            return accessTokens.find(token);
        };
    }

    void failLocks(RuntimeException failure) {
        failureOfLocks = failure;
    }

    void failModules(RuntimeException failure) {
        failureOfModules = failure;
    }

    void failConfigurations(RuntimeException failure) {
        failureOfConfigurations = failure;
    }

    void failAccessTokens(RuntimeException failure) {
        failureOfAccessTokens = failure;
    }

    /** Empties all but the access tokens, and heals what failed. */
    void reset() {
        failureOfLocks = null;
        failureOfModules = null;
        failureOfConfigurations = null;
        failureOfAccessTokens = null;
        modules.catalog().modules().stream().map(CrmModule::id).forEach(configurations::remove);
        modules.clear();
        locks = new InMemoryLocks(configurations::contains);
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
        public AddModuleOutcome add(NewModule module) {
            return whole().add(module);
        }

        @Override
        public ReplaceFieldsOutcome replaceAddedFields(ModuleId module, List<NewField> fields) {
            return whole().replaceAddedFields(module, fields);
        }
    }

    private final class LocksThatMayFail implements Locks {

        private Locks whole() {
            failIfAskedTo(failureOfLocks);
            return locks;
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
        public Optional<RecordLock> find(RecordKey key) {
            return whole().find(key);
        }

        @Override
        public List<RecordLock> search(LockSearch search) {
            return whole().search(search);
        }

        @Override
        public List<LockEvent> history(RecordKey key, Revision after, int limit) {
            return whole().history(key, after, limit);
        }
    }
}
