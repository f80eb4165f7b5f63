package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.OTHER_REASON;
import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static dev.lockkeeper.application.crm.CrmFixture.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.NewIntent;
import dev.lockkeeper.domain.mirror.SettleOutcome;
import dev.lockkeeper.domain.mirror.Settlement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Changes of which the CRM does not say at once what became of them. */
class UnansweredChangesTest {

    private static final UserRef SOMEBODY = new UserRef(new UserId(4711), "Patricia Boyle");

    private final CrmFixture given = new CrmFixture();
    private final CrmFixture.ServiceProcess service = given.process();
    private final RecordAddress deal = given.deal();

    private LockId locked() {
        return ((LockRecord.Locked) service.lock(deal)).lock().id();
    }

    private RecordLock lockHere() {
        return Objects.requireNonNull(given.lockHere(deal));
    }

    @Test
    void findsOutAtOnceThatAnUnansweredLockWasTaken() {
        service.show(deal);
        given.crm.next(Trouble.LOST_AFTER);

        assertThat(service.lock(deal)).isInstanceOf(LockRecord.Locked.class);
        assertThat(given.agrees(deal)).isTrue();
        assertThat(lockHere().isOwnedBy(given.owner.id())).isTrue();
        assertThat(given.history(deal)).hasSize(1);
    }

    @Test
    void findsOutAtOnceThatAnUnansweredUnlockAndChangeWereMade() {
        LockId lock = locked();
        given.crm.next(Trouble.LOST_AFTER);
        assertThat(service.change(deal, lock, OTHER_REASON)).isInstanceOf(ChangeLockReason.Changed.class);
        given.crm.next(Trouble.LOST_AFTER);
        assertThat(service.unlock(deal, lock)).isInstanceOf(UnlockRecord.Unlocked.class);
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void keepsAChangeOpenUntilTheCrmCanNoLongerCarryItOut() {
        service.show(deal);
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(service.lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());
        assertThat(given.isOpen(deal)).isTrue();
        assertThat(service.show(deal)).isEqualTo(new ShowLock.Unsettled());
        assertThat(service.lock(deal, given.colleague, REASON)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(service.lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());
        assertThat(service.settleIntents.execute()).isEqualTo(new SettleIntents.Tally(0, 0));

        given.clock.pass(SETTINGS.grace().plusMillis(1));
        assertThat(service.settleIntents.execute()).isEqualTo(new SettleIntents.Tally(1, 0));

        assertThat(given.isOpen(deal)).isFalse();
        assertThat(service.show(deal)).isInstanceOf(ShowLock.NotLocked.class);
        assertThat(service.lock(deal, given.colleague, REASON)).isInstanceOf(LockRecord.Locked.class);
    }

    @Test
    void anUnsettledUnlockIsStillLocked() {
        LockId lock = locked();
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(service.unlock(deal, lock)).isEqualTo(new ElsewhereOutcome.Pending());
        assertThat(service.show(deal)).isInstanceOf(ShowLock.Shown.class);
        assertThat(service.change(deal, lock, OTHER_REASON)).isEqualTo(new ElsewhereOutcome.Pending());
        assertThat(service.lock(deal, given.colleague, REASON)).isEqualTo(new LockRecord.AlreadyLocked());

        given.clock.pass(SETTINGS.grace().plusMillis(1));
        service.settleIntents.execute();
        assertThat(given.agrees(deal)).isTrue();
        assertThat(service.unlock(deal, lock)).isInstanceOf(UnlockRecord.Unlocked.class);
    }

    @Test
    void anUnansweredChangeOfAReasonMayBeFoundUnmade() {
        LockId lock = locked();
        given.crm.next(Trouble.LOST_BEFORE);
        assertThat(service.change(deal, lock, OTHER_REASON)).isEqualTo(new ElsewhereOutcome.Pending());
        assertThat(service.unlock(deal, lock)).isEqualTo(new ElsewhereOutcome.Pending());

        given.clock.pass(SETTINGS.grace().plusMillis(1));
        service.settleIntents.execute();

        assertThat(lockHere().origin().manual().orElseThrow().reason()).isEqualTo(REASON);
        assertThat(given.isOpen(deal)).isFalse();
    }

    @Test
    void anUnansweredChangeOfALockThatIsGoneEnds() {
        LockId lock = locked();
        given.crm.unlockByHand(deal);
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(service.change(deal, lock, OTHER_REASON)).isEqualTo(new ChangeLockReason.NoSuchLock());
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void aCallerThatLosesToSomebodyInTheCrmIsToldThatTheRecordIsLocked() {
        service.show(deal);
        given.crm.lockByHand(deal, SOMEBODY, new LockReason("theirs"));
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(service.lock(deal)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void doesNotTakeTheLockOfAnotherUserWithTheSameReasonForItsOwn() {
        service.show(deal);
        given.crm.lockByHand(deal, SOMEBODY, REASON);
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(service.lock(deal)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(lockHere().isOwnedBy(SOMEBODY.id())).isTrue();
    }

    @Test
    void aRepeatedRequestGetsTheAnswerOfTheFirst() throws Exception {
        service.show(deal);
        LockIntent intent = claimed(new IntendedChange.Take(REASON, configuration()));
        CompletableFuture<LockRecord.Outcome> repeated = CompletableFuture.supplyAsync(() -> service.lock(deal));
        LockId lock = given.crm.lockByHand(deal, InMemoryCrm.SERVICE, REASON);

        given.mirroredLocks.settle(intent, new Settlement.Taken(lock, given.clock.instant()), given.clock.instant());

        // Joined in time or not, there is one lock, and it is the caller's.
        LockRecord.Outcome outcome = repeated.get();
        assertThat(outcome).isInstanceOfAny(LockRecord.Locked.class, LockRecord.AlreadyLocked.class);
        assertThat(lockHere().isOwnedBy(given.owner.id())).isTrue();
        assertThat(given.history(deal)).hasSize(1);
    }

    private ConfigurationId configuration() {
        return Objects.requireNonNull(given.mirroredModules
                        .find(given.deals().id())
                        .orElseThrow()
                        .configuration())
                .id();
    }

    private LockIntent claimed(IntendedChange change) {
        return ((ClaimOutcome.Claimed) given.mirroredLocks.claim(
                        new NewIntent(given.key(deal), change, given.owner, given.clock.instant(), SETTINGS.lease())))
                .intent();
    }

    @Test
    void aProcessThatWasTakenForDeadTellsWhatTheOtherFoundOut() {
        service.show(deal);
        LockIntent intent = claimed(new IntendedChange.Take(REASON, configuration()));
        given.crm.lockByHand(deal, InMemoryCrm.SERVICE, REASON);
        given.clock.pass(SETTINGS.lease().plusMillis(1));

        given.process().settleIntents.execute();

        assertThat(given.agrees(deal)).isTrue();
        assertThat(given.mirroredLocks.settle(intent, new Settlement.NotMade(), given.clock.instant()))
                .isEqualTo(new SettleOutcome.NoLongerHeld());
        assertThat(lockHere().isOwnedBy(given.owner.id())).isTrue();
    }
}
