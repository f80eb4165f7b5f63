package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.util.Optional;

/** Finds what a {@link RecordPath} speaks of, or why it speaks of nothing. */
public final class LockTargets {

    private final Catalog catalog;
    private final Configurations configurations;

    public LockTargets(Catalog catalog, Configurations configurations) {
        this.catalog = catalog;
        this.configurations = configurations;
    }

    /** Either a target or a refusal. */
    sealed interface Resolution {}

    record Found(CrmModule module, RecordKey key, LockingConfiguration configuration) implements Resolution {}

    record NotFound(TargetRefusal refusal) implements Resolution {}

    Resolution resolve(RecordPath path) {
        Optional<CrmModule> module = catalog.find(path.module()).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new NotFound(TargetRefusal.UNKNOWN_MODULE);
        }
        Optional<RecordId> record = RecordId.parse(path.recordId());
        if (record.isEmpty()) {
            return new NotFound(TargetRefusal.INVALID_RECORD_ID);
        }
        if (!isLockingInformation(path.relation())) {
            return new NotFound(TargetRefusal.UNKNOWN_RELATION);
        }
        return configurations
                .find(module.get().id())
                .<Resolution>map(configuration ->
                        new Found(module.get(), new RecordKey(module.get().id(), record.get()), configuration))
                .orElseGet(() -> new NotFound(TargetRefusal.NO_CONFIGURATION));
    }

    private boolean isLockingInformation(String relation) {
        return catalog.find(relation).filter(module -> !module.addressable()).isPresent();
    }
}
