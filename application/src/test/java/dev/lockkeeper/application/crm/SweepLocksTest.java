package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.mirror.ObserveOutcome.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepLocksTest {

    private static final UserRef SOMEBODY = new UserRef(new UserId(4711), "Patricia Boyle");

    private final CrmFixture given = new CrmFixture();
    private final CrmFixture.ServiceProcess service = given.process();

    @BeforeEach
    void knowTheModule() {
        service.show(given.deal());
    }

    @Test
    void findsLocksThatPeopleAndRulesMadeAndRemoved() {
        RecordAddress byHand = given.deal();
        RecordAddress byRule = given.deal();
        RecordAddress unlocked = given.deal();
        service.lock(unlocked);
        given.crm.lockByHand(byHand, SOMEBODY, REASON);
        given.crm.lockByRule(byRule, new RuleId(99));
        given.crm.unlockByHand(unlocked);

        assertThat(service.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(1, 0));

        assertThat(List.of(byHand, byRule, unlocked)).allMatch(given::agrees);
        assertThat(given.differences)
                .extracting(RecordCheck.FoundDifference::difference)
                .containsExactlyInAnyOrder(Difference.LOCKED, Difference.LOCKED, Difference.UNLOCKED);
        assertThat(given.history(byRule).getLast().cause()).isEqualTo(LockEvent.Cause.CRM);
        assertThat(given.mirroredModules.find(given.deals().id()).orElseThrow().sweptAt())
                .isEqualTo(given.clock.instant());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 450})
    void asksForAPageAtATimeAndOnceMoreForEachDifference(int locked) {
        List<RecordAddress> records = new ArrayList<>();
        for (int i = 0; i < locked; i++) {
            RecordAddress record = given.deal();
            records.add(record);
            service.lock(record);
        }
        int differences = Math.min(3, locked);
        records.stream().limit(differences).forEach(given.crm::unlockByHand);
        int before = given.crm.calls().size();

        service.sweepLocks.execute();

        assertThat(given.callsSince(before)).isLessThanOrEqualTo(locked / Crm.PAGE + 1 + differences);
        assertThat(records).allMatch(given::agrees);
    }

    @Test
    void sweepsAModuleAgainAfterTheIntervalWhetherItSucceededOrNot() {
        SweepLocks sweepLocks = new SweepLocks(
                given.crm,
                given.modules,
                given.mirroredModules,
                given.mirroredLocks,
                new RecordCheck(given.mirroredLocks, given.differences::add, given.clock),
                Duration.ofMinutes(5),
                given.clock);
        given.crm.next(Trouble.AWAY);
        assertThat(sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(0, 1));
        given.clock.pass(Duration.ofMinutes(4));
        assertThat(sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(0, 0));
        given.clock.pass(Duration.ofMinutes(1));
        assertThat(sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(1, 0));
        assertThat(sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(0, 0));
        given.clock.pass(Duration.ofMinutes(5));
        assertThat(sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(1, 0));
    }

    @Test
    void tellsSinceWhenChangesInTheCrmMayNotHaveBeenSeen() {
        assertThat(service.authority.asOf(null)).isEmpty();
        service.sweepLocks.execute();
        assertThat(service.authority.asOf(null)).contains(given.clock.instant());
        assertThat(service.authority.asOf(given.deals())).contains(given.clock.instant());
        assertThat(service.authority.asOf(given.modules.find("Leads").orElseThrow()))
                .isEmpty();
    }

    @Test
    void stopsWhereTheCrmDoesNotAnswerAndSaysSo() {
        RecordAddress record = given.deal();
        given.crm.lockByHand(record, SOMEBODY, REASON);

        given.crm.next(Trouble.AWAY);
        assertThat(service.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(0, 1));
        given.crm.next(Trouble.NONE, Trouble.AWAY);
        assertThat(service.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(0, 1));
        assertThat(given.mirroredModules.find(given.deals().id()).orElseThrow().sweptAt())
                .isNull();

        assertThat(service.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(1, 0));
        assertThat(given.agrees(record)).isTrue();
    }

    @Test
    void doesNotTouchARecordThatIsBeingChanged() {
        RecordAddress record = given.deal();
        given.crm.next(Trouble.LOST_BEFORE);
        service.lock(record);
        given.crm.lockByHand(record, SOMEBODY, REASON);

        service.sweepLocks.execute();

        assertThat(given.lockHere(record)).isNull();
        assertThat(given.isOpen(record)).isTrue();
    }

    @Test
    void sweepsAModuleWhoseConfigurationIsGoneUntilItsLocksAre() {
        RecordAddress record = given.deal();
        assertThat(service.lock(record)).isInstanceOf(LockRecord.Locked.class);
        given.crm.deleteConfiguration("Deals");
        given.clock.pass(Duration.ofSeconds(1));
        service.configurations.read(given.crm, given.deals());

        assertThat(service.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(1, 0));

        assertThat(given.lockHere(record)).isNull();
        assertThat(service.sweepLocks.execute()).isEqualTo(new SweepLocks.Tally(0, 0));
    }
}
