package dev.lockkeeper.application.lock;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockSearch;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searches the active locks of all modules, newest first. */
public final class SearchLocks {

    private final Modules modules;
    private final LockAuthority authority;
    private final Locks locks;

    public SearchLocks(Modules modules, LockAuthority authority, Locks locks) {
        this.modules = modules;
        this.authority = authority;
        this.locks = locks;
    }

    /**
     * What to find; a criterion that is null selects nothing out.
     *
     * @param module a module's api name, in any case
     * @param after the last lock of the page before
     * @param limit how many a page holds at most, 1 or more
     */
    public record Query(
            @Nullable String module,
            @Nullable LockSource source,
            @Nullable UserId lockedBy,
            @Nullable Instant lockedBefore,
            LockSearch.@Nullable Place after,
            int limit) {}

    /** What was found. */
    public sealed interface Outcome {}

    /**
     * One page of locks.
     *
     * @param more whether further locks follow
     * @param asOf since when changes made elsewhere may not have been seen; null when that does not apply
     */
    public record Found(
            List<LockInModule> locks,
            boolean more,
            @Nullable Instant asOf) implements Outcome {}

    public record LockInModule(CrmModule module, LockedRecord locked) {}

    public record UnknownModule() implements Outcome {}

    public Outcome execute(Query query) {
        if (query.module() == null) {
            return search(null, null, query);
        }
        Optional<CrmModule> module = modules.find(query.module()).filter(CrmModule::addressable);
        return module.isPresent() ? search(module.get(), module.get().id(), query) : new UnknownModule();
    }

    private Found search(@Nullable CrmModule asked, @Nullable ModuleId module, Query query) {
        // Asked for before the locks, which are at least as new.
        Instant asOf = authority.asOf(asked).orElse(null);
        // One more than asked for, to know whether there are more.
        List<LockedRecord> found = locks.search(new LockSearch(
                module, query.source(), query.lockedBy(), query.lockedBefore(), query.after(), query.limit() + 1));
        boolean more = found.size() > query.limit();
        // Asked for after the locks, so that it has every module in which one was found.
        Catalog catalog = modules.catalog();
        return new Found(
                found.stream()
                        .limit(query.limit())
                        .map(locked -> new LockInModule(
                                catalog.find(locked.lock().key().module()).orElseThrow(), locked))
                        .toList(),
                more,
                asOf);
    }
}
