package dev.lockkeeper.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callers of one record were told, and what has to be true because of it once all is quiet. */
final class Told {

    private final Map<LockId, UserId> locked = new HashMap<>();
    /** Of locks whose reason nobody can have changed since it was acknowledged. */
    private final Map<LockId, LockReason> reasons = new HashMap<>();
    /** Asked to be unlocked, or unlocked by people: these may be gone. */
    private final Set<LockId> endable = new HashSet<>();

    private final Set<LockId> unlocked = new HashSet<>();

    void mayEnd(LockId lock) {
        endable.add(lock);
    }

    void mayChange(LockId lock) {
        reasons.remove(lock);
    }

    void lock(LockRecord.Outcome outcome, User by, LockReason reason) {
        if (outcome instanceof LockRecord.Locked(RecordLock lock)) {
            locked.put(lock.id(), by.id());
            reasons.put(lock.id(), reason);
        }
    }

    void unlock(UnlockRecord.Outcome outcome, LockId lock, boolean askedBefore) {
        switch (outcome) {
            case UnlockRecord.Unlocked(LockId ended, Revision _) -> unlocked.add(ended);
            case UnlockRecord.NotPermitted(), ElsewhereOutcome.Away _ -> {
                // Nothing was changed.
                if (!askedBefore) {
                    endable.remove(lock);
                }
            }
            default -> assertThat(outcome).isNotNull();
        }
    }

    void change(ChangeLockReason.Outcome outcome, LockReason reason) {
        if (outcome instanceof ChangeLockReason.Changed(LockId changed, Revision _)) {
            reasons.put(changed, reason);
        }
    }

    boolean askedToEnd(LockId lock) {
        return endable.contains(lock);
    }

    void check(SagaWorld world, RecordAddress record, String story) {
        Optional<RecordLock> here = world.lockHere(record);
        CrmLock there = world.zoho.lockOf(record);
        assertThat(world.isOpen(record)).as("open: %s", story).isFalse();
        assertThat(here.map(RecordLock::id))
                .as("the lock on both sides: %s", story)
                .isEqualTo(Optional.ofNullable(there).map(CrmLock::id));
        // As text, which a reason hides from messages.
        assertThat(here.flatMap(lock -> lock.origin().manual())
                        .map(hold -> hold.reason().text()))
                .as("the reason on both sides: %s", story)
                .isEqualTo(Optional.ofNullable(there)
                        .flatMap(lock -> lock.origin().manual())
                        .map(hold -> hold.reason().text()));
        checkAcknowledged(here.orElse(null), story);
        checkHistory(world.history(record), here.map(RecordLock::id).orElse(null), story);
    }

    private void checkAcknowledged(@Nullable RecordLock here, String story) {
        Set<LockId> lasting = new HashSet<>(locked.keySet());
        lasting.removeAll(endable);
        assertThat(lasting).as("acknowledged: %s", story).hasSizeLessThanOrEqualTo(1);
        for (LockId lock : lasting) {
            assertThat(here)
                    .as("acknowledged: %s", story)
                    .isNotNull()
                    .extracting(RecordLock::id)
                    .isEqualTo(lock);
        }
        if (here != null) {
            ManualHold hold = here.origin().manual().orElseThrow();
            assertThat(unlocked).as("acknowledged as unlocked: %s", story).doesNotContain(here.id());
            assertThat(locked.getOrDefault(here.id(), hold.owner().id()))
                    .as("owner: %s", story)
                    .isEqualTo(hold.owner().id());
            assertThat(reasons.getOrDefault(here.id(), hold.reason()))
                    .as("acknowledged reason: %s", story)
                    .isEqualTo(hold.reason());
        }
    }

    /** At no time two locks, and each event after the one before. */
    private void checkHistory(List<LockEvent> events, @Nullable LockId last, String story) {
        Set<LockId> ever = new HashSet<>();
        LockId held = null;
        Revision latest = Revision.NONE;
        for (LockEvent event : events) {
            assertThat(event.revision()).as("history: %s", story).isGreaterThan(latest);
            latest = event.revision();
            if (event.kind() == LockEvent.Kind.LOCKED) {
                assertThat(held).as("held when locked, %s: %s", events, story).isNull();
                assertThat(ever.add(event.lock())).as("locked once: %s", story).isTrue();
                held = event.lock();
            } else {
                assertThat(event.lock()).as("the lock that was held: %s", story).isEqualTo(held);
                held = event.kind() == LockEvent.Kind.UNLOCKED ? null : held;
            }
        }
        assertThat(held).as("at the end of the history: %s", story).isEqualTo(last);
        assertThat(ever).as("acknowledged, in the history: %s", story).containsAll(locked.keySet());
    }
}
