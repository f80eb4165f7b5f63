package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import java.util.List;
import java.util.Optional;

/** Shows what happened to a record's locks, oldest first. */
public final class ShowLockHistory {

    private final Modules modules;
    private final Locks locks;

    public ShowLockHistory(Modules modules, Locks locks) {
        this.modules = modules;
        this.locks = locks;
    }

    /**
     * Whose history to show.
     *
     * @param module the module's api name, in any case
     * @param after the last revision of the page before, or {@link Revision#NONE}
     * @param limit how many a page holds at most, 1 or more
     */
    public record Query(String module, String recordId, Revision after, int limit) {}

    /** What there is to show. */
    public sealed interface Outcome {}

    /**
     * One page of events.
     *
     * @param more whether further events follow
     */
    public record Shown(List<LockEvent> events, boolean more) implements Outcome {}

    public record UnknownModule() implements Outcome {}

    public record InvalidRecordId() implements Outcome {}

    public Outcome execute(Query query) {
        Optional<CrmModule> module = modules.find(query.module()).filter(CrmModule::addressable);
        if (module.isEmpty()) {
            return new UnknownModule();
        }
        Optional<RecordId> record = RecordId.parse(query.recordId());
        if (record.isEmpty()) {
            return new InvalidRecordId();
        }
        RecordKey key = new RecordKey(module.get().id(), record.get());
        // One more than asked for, to know whether there are more.
        List<LockEvent> events = locks.history(key, query.after(), query.limit() + 1);
        boolean more = events.size() > query.limit();
        return new Shown(events.stream().limit(query.limit()).toList(), more);
    }
}
