package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.OTHER_REASON;
import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static dev.lockkeeper.application.crm.CrmFixture.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.TargetRefusal;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.NewIntent;
import dev.lockkeeper.domain.mirror.SettleOutcome;
import dev.lockkeeper.domain.mirror.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CrmAuthorityTest {

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
    void locksByOneCallOfTheCrmUnderItsIdAndForTheCaller() {
        service.show(deal);
        int before = given.crm.calls().size();

        LockRecord.Locked locked = (LockRecord.Locked) service.lock(deal);

        assertThat(given.callsSince(before)).isOne();
        assertThat(given.agrees(deal)).isTrue();
        assertThat(lockHere()).isEqualTo(locked.lock());
        assertThat(lockHere().isOwnedBy(given.owner.id())).isTrue();
        assertThat(given.history(deal)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(LockEvent.Kind.LOCKED);
            assertThat(event.cause()).isEqualTo(LockEvent.Cause.REQUEST);
            assertThat(event.by()).isEqualTo(given.owner.ref());
        });
    }

    @Test
    void changesAndUnlocksByOneCallEachAndReadsByNone() {
        LockId lock = locked();
        int before = given.crm.calls().size();

        assertThat(service.change(deal, lock, OTHER_REASON)).isInstanceOf(ChangeLockReason.Changed.class);
        assertThat(given.callsSince(before)).isOne();
        assertThat(service.show(deal)).isInstanceOf(ShowLock.Shown.class);
        assertThat(given.callsSince(before)).isOne();
        assertThat(service.unlock(deal, lock)).isInstanceOf(UnlockRecord.Unlocked.class);
        assertThat(given.callsSince(before)).isEqualTo(2);
        assertThat(service.show(deal)).isInstanceOf(ShowLock.NotLocked.class);
        assertThat(given.callsSince(before)).isEqualTo(2);
        assertThat(given.agrees(deal)).isTrue();
        assertThat(given.history(deal))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.REASON_CHANGED, LockEvent.Kind.UNLOCKED);
    }

    @Test
    void leavesTheRulesPartOfALockThatAPersonUnlocks() {
        LockId lock = locked();
        given.crm.lockByRule(deal, new RuleId(99));
        service.refreshRecord.execute(
                new RefreshRecord.Command("Deals", deal.record().toString()));

        assertThat(service.unlock(deal, lock)).isInstanceOf(UnlockRecord.Unlocked.class);

        assertThat(given.agrees(deal)).isTrue();
        assertThat(lockHere().origin().heldByRule()).contains(new RuleId(99));
        assertThat(service.unlock(deal, lock)).isEqualTo(new UnlockRecord.HeldByRule());
        assertThat(service.change(deal, lock, REASON)).isEqualTo(new ChangeLockReason.HeldByRule());
    }

    @Test
    void refusesWhatItKnowsWithoutAskingTheCrm() {
        LockId lock = locked();
        int before = given.crm.calls().size();

        assertThat(service.lock(deal, given.colleague, REASON)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(service.unlock(deal, new LockId(1))).isEqualTo(new UnlockRecord.NoSuchLock());
        assertThat(service.unlock(deal, lock, given.stranger)).isEqualTo(new UnlockRecord.NotPermitted());
        assertThat(service.change(deal, new LockId(1), REASON)).isEqualTo(new ChangeLockReason.NoSuchLock());
        assertThat(service.changeLockReason.execute(
                        new ChangeLockReason.Command(CrmFixture.path(deal), lock.toString(), given.stranger, REASON)))
                .isEqualTo(new ChangeLockReason.NotPermitted());
        assertThat(given.callsSince(before)).isZero();
    }

    @Test
    void adoptsALockThatSomebodyTookInTheCrmAndPassesItsRefusalOn() {
        LockId theirs = given.crm.lockByHand(deal, SOMEBODY, new LockReason("mine"));

        LockRecord.Outcome outcome = service.lock(deal);

        assertThat(outcome).isInstanceOfSatisfying(ElsewhereOutcome.RefusedThere.class, refused -> {
            assertThat(refused.refusal().reason()).isEqualTo(CrmRefusal.Reason.ALREADY_LOCKED);
            assertThat(refused.refusal().body()).containsEntry("message", "record is already locked");
        });
        assertThat(lockHere().id()).isEqualTo(theirs);
        assertThat(lockHere().isOwnedBy(SOMEBODY.id())).isTrue();
        assertThat(given.history(deal).getLast().cause()).isEqualTo(LockEvent.Cause.CRM);
        assertThat(given.isOpen(deal)).isFalse();
    }

    @Test
    void learnsThatALockIsGoneWhenItCannotBeEnded() {
        LockId lock = locked();
        given.crm.unlockByHand(deal);

        assertThat(service.unlock(deal, lock)).isInstanceOf(ElsewhereOutcome.RefusedThere.class);

        assertThat(given.lockHere(deal)).isNull();
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void looksLaterWhereTheCrmRefusesAndThenDoesNotAnswer() {
        given.crm.lockByHand(deal, SOMEBODY, REASON);
        service.show(deal);
        given.crm.next(Trouble.NONE, Trouble.AWAY);

        assertThat(service.lock(deal)).isInstanceOf(ElsewhereOutcome.RefusedThere.class);
        assertThat(given.staleRecords.count()).isOne();

        given.process().refreshStaleRecords.execute();
        assertThat(given.agrees(deal)).isTrue();
        assertThat(given.staleRecords.count()).isZero();
    }

    @Test
    void saysThatTheCrmIsAwayAndLeavesNothingOpen() {
        LockId lock = locked();
        RecordAddress other = given.deal();
        given.crm.away(true);

        assertThat(service.lock(other)).isInstanceOf(ElsewhereOutcome.Away.class);
        assertThat(service.unlock(deal, lock)).isInstanceOf(ElsewhereOutcome.Away.class);
        assertThat(service.change(deal, lock, OTHER_REASON)).isInstanceOf(ElsewhereOutcome.Away.class);
        assertThat(service.show(deal)).isInstanceOf(ShowLock.Shown.class);
        assertThat(given.isOpen(deal) || given.isOpen(other)).isFalse();
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

    @Test
    void asksForAConfigurationOnceAndAgainWhenThereWasNone() {
        RecordAddress lead = new RecordAddress("Leads", new RecordId(7));
        given.crm.addModule("Leads");
        assertThat(service.lock(lead)).isEqualTo(TargetRefusal.NO_CONFIGURATION);
        int before = given.crm.calls().size();
        assertThat(service.lock(lead)).isEqualTo(TargetRefusal.NO_CONFIGURATION);
        assertThat(given.callsSince(before)).isZero();

        given.crm.configure("Leads", LockType.MANUAL);
        given.clock.pass(Duration.ofSeconds(61));
        assertThat(service.lock(given.crm.addRecord("Leads"))).isInstanceOf(LockRecord.Locked.class);
    }

    @Test
    void doesNotKnowTheConfigurationOfAModuleThatItCouldNeverAskFor() {
        given.crm.away(true);

        assertThat(service.lock(deal)).isEqualTo(TargetRefusal.NOT_KNOWN);
        assertThat(service.show(deal)).isEqualTo(TargetRefusal.NOT_KNOWN);
    }

    @Test
    void notesThatTheConfigurationHasChangedWhenTheCrmSaysSo() {
        service.show(deal);
        given.crm.configure("Deals", LockType.AUTOMATIC);

        assertThat(service.lock(deal)).isInstanceOf(ElsewhereOutcome.RefusedThere.class);
        assertThat(given.mirroredModules.find(given.deals().id()).orElseThrow().stale())
                .isTrue();
        given.clock.pass(Duration.ofMillis(1));

        assertThat(new ReadConfigurations(
                                given.crm,
                                given.modules,
                                given.mirroredModules,
                                service.configurations,
                                Duration.ofHours(1),
                                given.clock)
                        .execute()
                        .read())
                .isPositive();
        assertThat(service.lock(deal)).isEqualTo(new LockRecord.AutomaticOnly());
    }

    @Test
    void aRecordIsGoneWhenTheCrmDoesNotHaveItAndNotWhileItIsLocked() {
        locked();
        assertThat(service.authority.gone(given.deals(), given.key(deal))).isEqualTo(LockAuthority.Gone.STILL_LOCKED);
        given.crm.removeRecord(deal);
        assertThat(service.authority.gone(given.deals(), given.key(deal))).isEqualTo(LockAuthority.Gone.GONE);
        assertThat(given.lockHere(deal)).isNull();
        given.crm.away(true);
        assertThat(service.authority.gone(given.deals(), given.key(given.deal())))
                .isEqualTo(LockAuthority.Gone.NOT_KNOWN);
    }

    @Test
    void knowsWhatTheRulesOfTheCrmAreCalled() {
        service.show(deal);
        assertThat(service.authority.ruleNames(given.deals())).isNotEmpty();
        assertThat(List.copyOf(service.authority
                        .ruleNames(given.modules.find("Leads").orElseThrow())
                        .keySet()))
                .isEmpty();
    }
}
