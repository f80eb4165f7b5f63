package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.StaleRecords;
import dev.lockkeeper.domain.mirror.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks at records that may stand differently in the CRM: one question for up to {@value Crm#BATCH} of them, and one more
 * for each that is locked on one side only, or on both and not changed through this service of late.
 */
public final class RefreshStaleRecords {

    /** After which a record that could not be looked at comes again; longer than a batch takes unless the CRM is slow. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Crm crm;
    private final Modules modules;
    private final StaleRecords staleRecords;
    private final MirroredLocks locks;
    private final RecordCheck check;

    public RefreshStaleRecords(
            Crm crm, Modules modules, StaleRecords staleRecords, MirroredLocks locks, RecordCheck check) {
        this.crm = crm.inBackground();
        this.modules = modules;
        this.staleRecords = staleRecords;
        this.locks = locks;
        this.check = check;
    }

    /**
     * What was done.
     *
     * @param looked how many records were looked at
     * @param left whether the CRM did not answer, so that others wait for the next time
     */
    public record Tally(int looked, boolean left) {}

    /** Goes through the records until there are none left, or the CRM does not answer. */
    public Tally execute() {
        int looked = 0;
        Optional<StaleRecords.Batch> batch = staleRecords.take(Crm.BATCH, LEASE);
        while (batch.isPresent()) {
            CrmModule module = modules.catalog().find(batch.get().module()).orElseThrow();
            if (!look(module, batch.get())) {
                return new Tally(looked, true);
            }
            looked += batch.get().records().size();
            batch = staleRecords.take(Crm.BATCH, LEASE);
        }
        return new Tally(looked, false);
    }

    private boolean look(CrmModule module, StaleRecords.Batch batch) {
        if (!(crm.areLocked(module.apiName(), batch.records())
                instanceof CrmReply.Answered<Map<RecordId, Boolean>>(Map<RecordId, Boolean> there))) {
            return false;
        }
        // Asked for after the CRM: what was changed through this service meanwhile has to be known as such.
        Map<RecordId, Standing> here = locks.standing(module.id(), batch.records());
        List<RecordId> looked = new ArrayList<>();
        for (RecordId record : batch.records()) {
            Standing standing = Objects.requireNonNull(here.get(record), "every record is answered");
            switch (look(module, standing, there.getOrDefault(record, false))) {
                case AGREED, NOT_TOLD -> looked.add(record);
                // It comes again when the lease has passed.
                case CHANGING -> {}
                case AWAY -> {
                    return false;
                }
            }
        }
        staleRecords.looked(new StaleRecords.Batch(batch.module(), looked, batch.taken()));
        return true;
    }

    /**
     * A record that is locked on both sides may have another lock there than here, or another reason; but the CRM tells of
     * changes through this service too. While one of these is remembered, the record waits: nobody asks for it each time,
     * and it is not forgotten either.
     */
    private RecordCheck.Result look(CrmModule module, Standing here, boolean lockedThere) {
        boolean lockedHere = here.lock() != null;
        if (!lockedHere && !lockedThere) {
            return RecordCheck.Result.AGREED;
        }
        return lockedHere && lockedThere && here.latestIntent() != null
                ? RecordCheck.Result.CHANGING
                : check.check(crm, module, here.key().record());
    }
}
