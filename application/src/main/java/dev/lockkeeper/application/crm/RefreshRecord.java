package dev.lockkeeper.application.crm;

import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares one record's lock with the CRM's while a caller waits, and shows how the record stands then. */
public final class RefreshRecord {

    private final Modules modules;
    private final LockAuthority authority;
    private final Locks locks;
    private final MirroredLocks mirroredLocks;
    private final @Nullable ByAsking byAsking;

    /** With what the CRM is asked. */
    public record ByAsking(Crm crm, RecordCheck check, CrmSettings settings) {}

    /** @param byAsking null where the store of this service decides, so that there is nobody to ask */
    public RefreshRecord(
            Modules modules,
            LockAuthority authority,
            Locks locks,
            MirroredLocks mirroredLocks,
            @Nullable ByAsking byAsking) {
        this.modules = modules;
        this.authority = authority;
        this.locks = locks;
        this.mirroredLocks = mirroredLocks;
        this.byAsking = byAsking;
    }

    /**
     * Which record to look at.
     *
     * @param module the module's api name, in any case
     */
    public record Command(String module, String recordId) {}

    /** What became of it. */
    public sealed interface Outcome {}

    /**
     * Both sides agree by now.
     *
     * @param locked null when the record has no lock
     * @param revision the latest of the record
     * @param ruleNames what the module's rules are called
     */
    public record Refreshed(
            CrmModule module,
            RecordId record,
            @Nullable LockedRecord locked,
            Revision revision,
            Map<RuleId, String> ruleNames)
            implements Outcome {}

    /** A change of the record is on its way, and what comes of it is not known yet. */
    public record Changing() implements Outcome {}

    /** The CRM cannot be asked just now. */
    public record NotKnown() implements Outcome {}

    public record UnknownModule() implements Outcome {}

    public record InvalidRecordId() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<CrmModule> module = modules.find(command.module()).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new UnknownModule();
        }
        Optional<RecordId> record = RecordId.parse(command.recordId());
        return record.isPresent() ? refresh(module.get(), record.get()) : new InvalidRecordId();
    }

    private Outcome refresh(CrmModule module, RecordId record) {
        RecordKey key = new RecordKey(module.id(), record);
        return switch (check(module, key)) {
            case AGREED -> {
                LockedRecord locked = locks.find(key).orElse(null);
                Revision latest = locked == null ? latest(key) : locked.lock().revision();
                yield new Refreshed(module, record, locked, latest, authority.ruleNames(module));
            }
            case CHANGING -> new Changing();
            case NOT_TOLD, AWAY -> new NotKnown();
        };
    }

    private Revision latest(RecordKey key) {
        return Objects.requireNonNull(
                        mirroredLocks
                                .standing(key.module(), List.of(key.record()))
                                .get(key.record()),
                        "every record is answered")
                .latest();
    }

    private RecordCheck.Result check(CrmModule module, RecordKey key) {
        if (byAsking == null) {
            return RecordCheck.Result.AGREED;
        }
        RecordCheck.Result result = byAsking.check().check(byAsking.crm(), module, key.record());
        if (result == RecordCheck.Result.CHANGING) {
            Optional<LockIntent> open = mirroredLocks.findOpen(key);
            if (open.isPresent()
                    && mirroredLocks
                            .await(open.get().id(), byAsking.settings().joinWait())
                            .isEmpty()) {
                return result;
            }
            return byAsking.check().check(byAsking.crm(), module, key.record());
        }
        return result;
    }
}
