package dev.lockkeeper.application.crm;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks after changes that nobody is driving any more: asks the CRM what has come of them, and settles them. */
public final class SettleIntents {

    /** Those that wait for the outcome of an intent have had it by then. */
    private static final Duration SETTLED_ARE_KEPT = Duration.ofMinutes(10);

    private static final int AT_ONCE = 20;

    private final Crm crm;
    private final Modules modules;
    private final MirroredLocks locks;
    private final Inquiry inquiry;
    private final CrmSettings settings;
    private final Clock clock;

    public SettleIntents(
            Crm crm, Modules modules, MirroredLocks locks, ActingUser actingUser, CrmSettings settings, Clock clock) {
        this.crm = crm;
        this.modules = modules;
        this.locks = locks;
        this.inquiry = new Inquiry(actingUser);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param settled intents whose outcome is known now
     * @param open intents whose outcome the CRM did not tell
     */
    public record Tally(int settled, int open) {}

    /** Goes through the intents whose lease has passed, once. */
    public Tally execute() {
        int settled = 0;
        int open = 0;
        List<LockIntent> left = locks.takeOver(AT_ONCE, settings.lease());
        Catalog catalog = modules.catalog();
        while (!left.isEmpty()) {
            for (LockIntent intent : left) {
                CrmModule module = catalog.find(intent.key().module()).orElseThrow();
                if (settle(module, intent)) {
                    settled++;
                } else {
                    open++;
                }
            }
            left = locks.takeOver(AT_ONCE, settings.lease());
        }
        locks.forgetSettled(SETTLED_ARE_KEPT);
        return new Tally(settled, open);
    }

    private boolean settle(CrmModule module, LockIntent intent) {
        RecordAddress record = new RecordAddress(module.apiName(), intent.key().record());
        Optional<Settlement> settlement = inquiry.ask(crm, record, intent, true);
        if (settlement.isEmpty()) {
            locks.postpone(intent, settings.grace());
            return false;
        }
        locks.settle(intent, settlement.get(), clock.instant());
        return true;
    }
}
