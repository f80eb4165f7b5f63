package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.LockedPage;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModule;
import dev.lockkeeper.domain.mirror.MirroredModules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares the locks of whole modules with the CRM's: one question a page of locked records, and one more for each record
 * that is locked on one side only.
 */
public final class SweepLocks {

    private static final int STORED_AT_ONCE = 1000;

    private final Crm crm;
    private final Modules modules;
    private final MirroredModules mirroredModules;
    private final MirroredLocks locks;
    private final RecordCheck check;
    private final Duration interval;
    private final Clock clock;
    private final Map<ModuleId, Instant> attempts = new ConcurrentHashMap<>();

    /** @param interval after which a module is swept again, whether the last time succeeded or not */
    public SweepLocks(
            Crm crm,
            Modules modules,
            MirroredModules mirroredModules,
            MirroredLocks locks,
            RecordCheck check,
            Duration interval,
            Clock clock) {
        this.crm = crm.inBackground();
        this.modules = modules;
        this.mirroredModules = mirroredModules;
        this.locks = locks;
        this.check = check;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param swept modules that were compared as a whole
     * @param left modules that were not, since the CRM did not answer, or let no more be asked
     */
    public record Tally(int swept, int left) {}

    /** Goes through the modules that have a configuration, or locks, and are due. */
    public Tally execute() {
        int swept = 0;
        int left = 0;
        for (MirroredModule mirrored : mirroredModules.list()) {
            Optional<CrmModule> module = modules.catalog().find(mirrored.module());
            if (module.isEmpty() || !isDue(mirrored) || !mayHaveLocks(mirrored)) {
                continue;
            }
            if (sweep(module.get())) {
                swept++;
            } else {
                left++;
            }
        }
        return new Tally(swept, left);
    }

    private boolean isDue(MirroredModule module) {
        Instant latest = clock.instant().minus(interval);
        Instant attempt = attempts.get(module.module());
        return (module.sweptAt() == null || !module.sweptAt().isAfter(latest))
                && (attempt == null || !attempt.isAfter(latest));
    }

    private boolean mayHaveLocks(MirroredModule module) {
        return module.configuration() != null
                || !locks.lockedRecords(module.module(), null, 1).isEmpty();
    }

    private boolean sweep(CrmModule module) {
        Instant begun = clock.instant();
        attempts.put(module.id(), begun);
        Optional<Set<RecordId>> there = lockedThere(module);
        if (there.isEmpty()) {
            return false;
        }
        for (RecordId record : lockedOnOneSide(module, there.get())) {
            // One that changes meanwhile is seen through its change, and one that is kept secret keeps nobody from
            // others.
            if (check.check(crm, module, record) == RecordCheck.Result.AWAY) {
                return false;
            }
        }
        mirroredModules.swept(module.id(), begun);
        return true;
    }

    private Optional<Set<RecordId>> lockedThere(CrmModule module) {
        Set<RecordId> locked = new HashSet<>();
        boolean more = true;
        for (int page = 0; more; page++) {
            switch (crm.lockedRecords(module.apiName(), page)) {
                case CrmReply.Answered<LockedPage>(LockedPage found) -> {
                    // A page without anything new is the last, whatever is said.
                    more = locked.addAll(found.records()) && found.more();
                }
                case CrmReply.Refused<LockedPage> _,
                        CrmReply.Unavailable<LockedPage> _,
                        CrmReply.Unknown<LockedPage> _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(locked);
    }

    /** Asked for after the CRM: what was locked through this service meanwhile has to be known as such. */
    private List<RecordId> lockedOnOneSide(CrmModule module, Set<RecordId> there) {
        Set<RecordId> unseen = new HashSet<>(there);
        List<RecordId> differing = new ArrayList<>();
        List<RecordId> stored = locks.lockedRecords(module.id(), null, STORED_AT_ONCE);
        while (!stored.isEmpty()) {
            for (RecordId record : stored) {
                if (!unseen.remove(record)) {
                    differing.add(record);
                }
            }
            stored = locks.lockedRecords(module.id(), stored.getLast(), STORED_AT_ONCE);
        }
        differing.addAll(unseen);
        return differing;
    }
}
