package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_REASON;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Of several faults the first in the contract's order is answered: module, record id, relation, configuration, lock id,
 * permission, reason, state. Each test begins with all of them and removes one after the other.
 */
class OrderOfRefusalTest {

    private static final RecordPath NO_MODULE = new RecordPath("Potentials", "0", "Notes");
    private static final RecordPath NO_RECORD_ID = new RecordPath("Deals", "0", "Notes");
    private static final RecordPath NO_RELATION = new RecordPath("Deals", RECORD, "Notes");
    private static final RecordPath DEAL = path("Deals", RECORD);
    private static final String NO_ID = "0";

    private final LockingFixture given = new LockingFixture();

    @Test
    void ofLocking() {
        User stranger = given.stranger;
        assertThat(lock(NO_MODULE, stranger, null)).isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(lock(NO_RECORD_ID, stranger, null)).isEqualTo(TargetRefusal.INVALID_RECORD_ID);
        assertThat(lock(NO_RELATION, stranger, null)).isEqualTo(TargetRefusal.UNKNOWN_RELATION);
        assertThat(lock(DEAL, stranger, null)).isEqualTo(TargetRefusal.NO_CONFIGURATION);

        given.configured("Deals", LockType.AUTOMATIC);
        RecordLock held = given.locked("Deals", RECORD, given.byOwner);
        assertThat(lock(DEAL, stranger, null)).isEqualTo(new LockRecord.NotPermitted());
        assertThat(lock(DEAL, given.colleague, null)).isEqualTo(new LockRecord.ReasonRefused());
        assertThat(lock(DEAL, given.colleague, OTHER_REASON)).isEqualTo(new LockRecord.AutomaticOnly());

        given.configured("Deals", LockType.BOTH);
        assertThat(lock(DEAL, given.colleague, OTHER_REASON)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(given.lock(held.key())).hasValue(held);

        given.locks.release(new ManualChange(held.key(), held.id(), given.owner, NOW));
        assertThat(lock(DEAL, given.colleague, OTHER_REASON)).isInstanceOf(LockRecord.Locked.class);
    }

    @Test
    void ofUnlocking() {
        User stranger = given.stranger;
        assertThat(unlock(NO_MODULE, NO_ID, stranger)).isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(unlock(NO_RECORD_ID, NO_ID, stranger)).isEqualTo(TargetRefusal.INVALID_RECORD_ID);
        assertThat(unlock(NO_RELATION, NO_ID, stranger)).isEqualTo(TargetRefusal.UNKNOWN_RELATION);
        assertThat(unlock(DEAL, NO_ID, stranger)).isEqualTo(TargetRefusal.NO_CONFIGURATION);

        RecordLock held = heldByARule();
        String id = held.id().toString();
        for (String other : idsOfNoLockOfTheDeal()) {
            assertThat(unlock(DEAL, other, stranger)).isEqualTo(new UnlockRecord.NoSuchLock());
        }
        assertThat(unlock(DEAL, id, stranger)).isEqualTo(new UnlockRecord.NotPermitted());
        assertThat(unlock(DEAL, id, given.colleague)).isEqualTo(new UnlockRecord.HeldByRule());
        assertThat(given.history(held.key())).hasSize(1);
    }

    @Test
    void ofChangingAReason() {
        User stranger = given.stranger;
        assertThat(change(NO_MODULE, NO_ID, stranger, null)).isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(change(NO_RECORD_ID, NO_ID, stranger, null)).isEqualTo(TargetRefusal.INVALID_RECORD_ID);
        assertThat(change(NO_RELATION, NO_ID, stranger, null)).isEqualTo(TargetRefusal.UNKNOWN_RELATION);
        assertThat(change(DEAL, NO_ID, stranger, null)).isEqualTo(TargetRefusal.NO_CONFIGURATION);

        RecordLock held = heldByARule();
        String id = held.id().toString();
        for (String other : idsOfNoLockOfTheDeal()) {
            assertThat(change(DEAL, other, stranger, null)).isEqualTo(new ChangeLockReason.NoSuchLock());
        }
        assertThat(change(DEAL, id, stranger, null)).isEqualTo(new ChangeLockReason.NotPermitted());
        assertThat(change(DEAL, id, stranger, OTHER_REASON)).isEqualTo(new ChangeLockReason.NotPermitted());
        assertThat(change(DEAL, id, given.colleague, null)).isEqualTo(new ChangeLockReason.ReasonRefused());
        assertThat(change(DEAL, id, given.colleague, OTHER_REASON)).isEqualTo(new ChangeLockReason.HeldByRule());
        assertThat(given.history(held.key())).hasSize(1);
    }

    @Test
    void ofShowing() {
        assertThat(show(NO_MODULE, NO_ID)).isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(show(NO_RECORD_ID, NO_ID)).isEqualTo(TargetRefusal.INVALID_RECORD_ID);
        assertThat(show(NO_RELATION, NO_ID)).isEqualTo(TargetRefusal.UNKNOWN_RELATION);
        assertThat(show(DEAL, NO_ID)).isEqualTo(TargetRefusal.NO_CONFIGURATION);

        RecordLock held = heldByARule();
        for (String other : idsOfNoLockOfTheDeal()) {
            assertThat(show(DEAL, other)).isEqualTo(new ShowLock.NoSuchLock());
        }
        assertThat(show(DEAL, held.id().toString()))
                .isEqualTo(new ShowLock.Shown(given.module("Deals"), new LockedRecord(held, null), null));
    }

    @Test
    void ofShowingAHistory() {
        assertThat(history("Potentials", "0")).isEqualTo(new ShowLockHistory.UnknownModule());
        assertThat(history("Deals", "0")).isEqualTo(new ShowLockHistory.InvalidRecordId());
        assertThat(history("Deals", RECORD)).isEqualTo(new ShowLockHistory.Shown(List.of(), false));
    }

    /** The deal's lock, which a rule holds; another deal has one too. */
    private RecordLock heldByARule() {
        given.configured("Deals", LockType.BOTH);
        given.locked("Deals", OTHER_RECORD, given.byOwner);
        return given.locked("Deals", RECORD, given.byRule);
    }

    private List<String> idsOfNoLockOfTheDeal() {
        RecordLock other = given.lock(given.key("Deals", OTHER_RECORD)).orElseThrow();
        return List.of(NO_ID, "1", other.id().toString());
    }

    private LockRecord.Outcome lock(RecordPath path, User caller, @Nullable LockReason reason) {
        return new LockRecord(given.targets, given.authority).execute(new LockRecord.Command(path, caller, reason));
    }

    private UnlockRecord.Outcome unlock(RecordPath path, String lockId, User caller) {
        return new UnlockRecord(given.targets, given.authority, given.clock)
                .execute(new UnlockRecord.Command(path, lockId, caller));
    }

    private ChangeLockReason.Outcome change(RecordPath path, String lockId, User caller, @Nullable LockReason reason) {
        return new ChangeLockReason(given.targets, given.authority, given.locks, given.clock)
                .execute(new ChangeLockReason.Command(path, lockId, caller, reason));
    }

    private ShowLock.Outcome show(RecordPath path, String lockId) {
        return new ShowLock(given.targets, given.authority).execute(new ShowLock.Query(path, lockId));
    }

    private ShowLockHistory.Outcome history(String module, String record) {
        return new ShowLockHistory(given.modules, given.locks)
                .execute(new ShowLockHistory.Query(module, record, Revision.NONE, 10));
    }
}
