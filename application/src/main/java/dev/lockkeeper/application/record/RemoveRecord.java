package dev.lockkeeper.application.record;

import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.record.Records;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes note that a record is gone; its lock ends, whoever holds it. */
public final class RemoveRecord {

    private final Modules modules;
    private final LockAuthority authority;
    private final Records records;
    private final Clock clock;

    public RemoveRecord(Modules modules, LockAuthority authority, Records records, Clock clock) {
        this.modules = modules;
        this.authority = authority;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Who says that which record is gone.
     *
     * @param module the module's api name, in any case
     */
    public record Command(String module, String recordId, User caller) {}

    /** What became of it; only {@link Removed} changed anything. */
    public sealed interface Outcome {}

    /**
     * The record is not known here, whether it was before or not.
     *
     * @param unlocked the revision under which its lock ended; null when it had none
     */
    public record Removed(@Nullable Revision unlocked) implements Outcome {}

    /** Who decides about locks says that the record is locked, so it is there; nothing was changed. */
    public record StillLocked() implements Outcome {}

    /** Who decides about locks cannot be asked just now; nothing was changed. */
    public record NotKnown() implements Outcome {}

    public record UnknownModule() implements Outcome {}

    public record InvalidRecordId() implements Outcome {}

    public Outcome execute(Command command) {
        Optional<CrmModule> module = modules.find(command.module()).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new UnknownModule();
        }
        Optional<RecordId> record = RecordId.parse(command.recordId());
        if (record.isEmpty()) {
            return new InvalidRecordId();
        }
        RecordKey key = new RecordKey(module.get().id(), record.get());
        return switch (authority.gone(module.get(), key)) {
            case GONE ->
                new Removed(
                        records.remove(key, command.caller(), clock.instant()).orElse(null));
            case GONE_THERE -> {
                records.forget(key);
                yield new Removed(null);
            }
            case STILL_LOCKED -> new StillLocked();
            case NOT_KNOWN -> new NotKnown();
        };
    }
}
