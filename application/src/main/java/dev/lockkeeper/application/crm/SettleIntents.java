package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.mirror.IntentId;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.StaleRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks after changes that nobody is driving any more: asks the CRM what has come of them, and settles them. */
public final class SettleIntents {

    /** Those that wait for the outcome of an intent have had it by then. */
    private static final Duration SETTLED_ARE_KEPT = Duration.ofMinutes(10);

    /** An intent that the CRM does not tell of is asked for at growing pauses, to so many times the grace. */
    private static final long LONGEST_PAUSE_IN_GRACES = 24;

    private static final int MOST_DOUBLINGS = 5;

    /** So often it is asked for at the shortest pause: most often it was one call that failed. */
    private static final int ASKED_AT_ONCE = 6;

    private final Crm crm;
    private final Modules modules;
    private final MirroredLocks locks;
    private final StaleRecords staleRecords;
    private final Inquiry inquiry;
    private final CrmSettings settings;
    private final Clock clock;

    public SettleIntents(
            Crm crm,
            Modules modules,
            MirroredLocks locks,
            StaleRecords staleRecords,
            ActingUser actingUser,
            CrmSettings settings,
            Clock clock) {
        this.crm = crm;
        this.modules = modules;
        this.locks = locks;
        this.staleRecords = staleRecords;
        this.inquiry = new Inquiry(actingUser);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param settled intents whose outcome is known now
     * @param open intents whose outcome the CRM did not tell; they are asked for again, at growing pauses
     */
    public record Tally(int settled, int open) {}

    /** Goes through the intents whose lease has passed, each once. */
    public Tally execute() {
        locks.forgetSettled(SETTLED_ARE_KEPT);
        int settled = 0;
        int open = 0;
        Set<IntentId> seen = new HashSet<>();
        // One at a time: a lease is for one call of the CRM.
        Optional<LockIntent> left = next();
        while (left.isPresent() && seen.add(left.get().id())) {
            CrmModule module = modules.catalog().find(left.get().key().module()).orElseThrow();
            if (settle(module, left.get())) {
                settled++;
            } else {
                open++;
            }
            left = next();
        }
        return new Tally(settled, open);
    }

    private Optional<LockIntent> next() {
        return locks.takeOver(1, settings.lease()).stream().findFirst();
    }

    private boolean settle(CrmModule module, LockIntent intent) {
        RecordAddress record = new RecordAddress(module.apiName(), intent.key().record());
        Optional<Inquiry.Cleared> cleared = inquiry.ask(crm, record, intent, true);
        if (cleared.isEmpty()) {
            locks.postpone(intent, pause(intent));
            return false;
        }
        locks.settle(intent, cleared.get().settlement(), clock.instant());
        if (cleared.get().lookAgain()) {
            staleRecords.note(module.id(), List.of(record.record()));
        }
        return true;
    }

    /** Each who took the intent over asked in vain; asking costs a credit. */
    private Duration pause(LockIntent intent) {
        long doublings = Math.clamp(intent.holder() - ASKED_AT_ONCE, 0, MOST_DOUBLINGS);
        return settings.grace().multipliedBy(Math.min(1L << doublings, LONGEST_PAUSE_IN_GRACES));
    }
}
