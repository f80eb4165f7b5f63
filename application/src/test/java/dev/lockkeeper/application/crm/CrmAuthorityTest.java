package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.OTHER_REASON;
import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockAuthority;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.TargetRefusal;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordLock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
        assertThat(service.authority.gone(given.deals(), given.key(deal))).isEqualTo(LockAuthority.Gone.GONE_THERE);
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
