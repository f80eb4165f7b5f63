package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import java.util.Optional;

/** Finds what a {@link RecordPath} speaks of, or why it speaks of nothing. */
public final class LockTargets {

    private final Modules modules;
    private final LockAuthority authority;

    public LockTargets(Modules modules, LockAuthority authority) {
        this.modules = modules;
        this.authority = authority;
    }

    /** Either a target or a refusal. */
    sealed interface Resolution {}

    record Found(LockTarget target) implements Resolution {}

    record NotFound(TargetRefusal refusal) implements Resolution {}

    Resolution resolve(RecordPath path) {
        Optional<CrmModule> module = modules.find(path.module()).filter(CrmModule::addressable);
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
        return switch (authority.governing(module.get())) {
            case LockAuthority.Configured configured ->
                new Found(
                        new LockTarget(module.get(), new RecordKey(module.get().id(), record.get()), configured));
            case LockAuthority.NotConfigured() -> new NotFound(TargetRefusal.NO_CONFIGURATION);
            case LockAuthority.NotKnown() -> new NotFound(TargetRefusal.NOT_KNOWN);
        };
    }

    /**
     * What a path speaks of, as far as that is known without asking anybody: the usual case of a record that exists, in a
     * module in which records are locked by hand.
     */
    Optional<Recalled> recall(RecordPath path) {
        Optional<CrmModule> module = modules.recall(path.module()).filter(CrmModule::addressable);
        Optional<RecordId> record = RecordId.parse(path.recordId());
        if (module.isEmpty()
                || record.isEmpty()
                || modules.recall(path.relation())
                        .filter(relation -> !relation.addressable())
                        .isEmpty()) {
            return Optional.empty();
        }
        return authority
                .recalled(module.get())
                .map(configuration ->
                        new Recalled(module.get(), new RecordKey(module.get().id(), record.get()), configuration));
    }

    /** A target of the store, under a configuration that may have been changed a moment ago. */
    record Recalled(CrmModule module, RecordKey key, LockingConfiguration configuration) {}

    private boolean isLockingInformation(String relation) {
        return modules.find(relation).filter(module -> !module.addressable()).isPresent();
    }
}
