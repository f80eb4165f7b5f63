package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.UnlockRecord.Command;
import dev.lockkeeper.application.lock.UnlockRecord.HeldByRule;
import dev.lockkeeper.application.lock.UnlockRecord.NoSuchLock;
import dev.lockkeeper.application.lock.UnlockRecord.NotPermitted;
import dev.lockkeeper.application.lock.UnlockRecord.Unlocked;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockRecordTest {

    private final LockingFixture given = new LockingFixture();
    private final UnlockRecord unlockRecord = new UnlockRecord(given.targets, given.authority, given.clock);

    @BeforeEach
    void letsPeopleAndRulesLockDeals() {
        given.configured("Deals", LockType.BOTH);
    }

    @Test
    void endsTheCallersLockNow() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        UnlockRecord.Outcome outcome = unlock(lock, given.owner);

        assertThat(outcome).isEqualTo(new Unlocked(lock.id(), new Revision(2)));
        assertThat(given.lock(lock.key())).isEmpty();
        LockEvent last = given.history(lock.key()).getLast();
        assertThat(last.kind()).isEqualTo(LockEvent.Kind.UNLOCKED);
        assertThat(last.by()).isEqualTo(given.owner.ref());
        assertThat(last.at()).isEqualTo(NOW);
        assertThat(last.revision()).isEqualTo(new Revision(2));
    }

    @Test
    void endsAColleaguesLockWithThePermissionToLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(unlock(lock, given.colleague)).isInstanceOf(Unlocked.class);
        assertThat(given.lock(lock.key())).isEmpty();
        assertThat(given.history(lock.key()).getLast().by()).isEqualTo(given.colleague.ref());
    }

    @Test
    void endsTheCallersLockEvenWithoutThePermissionToLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byStranger);

        assertThat(unlock(lock, given.stranger)).isInstanceOf(Unlocked.class);
        assertThat(given.lock(lock.key())).isEmpty();
    }

    @Test
    void leavesTheRulesPartOfALockThatBothHold() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwnerAndRule);

        assertThat(unlock(lock, given.owner)).isInstanceOf(Unlocked.class);
        assertThat(given.lock(lock.key())).map(RecordLock::origin).hasValue(given.byRule);
    }

    @Test
    void refusesToEndSomebodyElsesLockWithoutThePermissionToLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(unlock(lock, given.stranger)).isEqualTo(new NotPermitted());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @Test
    void refusesToEndARulesLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byRule);

        assertThat(unlock(lock, given.owner)).isEqualTo(new HeldByRule());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "abc", "9223372036854775808", "1"})
    void findsNoLockUnderAnIdThatIsNone(String lockId) {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(unlockRecord.execute(new Command(path("Deals", RECORD), lockId, given.owner)))
                .isEqualTo(new NoSuchLock());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @Test
    void findsNoLockUnderTheIdOfAnotherRecordsLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        RecordLock other = given.locked("Deals", OTHER_RECORD, given.byOwner);

        assertThat(unlockRecord.execute(
                        new Command(path("Deals", RECORD), other.id().toString(), given.owner)))
                .isEqualTo(new NoSuchLock());
        assertThat(given.lock(lock.key())).hasValue(lock);
        assertThat(given.lock(other.key())).hasValue(other);
    }

    @Test
    void findsNoLockThatHasEnded() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        unlock(lock, given.owner);

        assertThat(unlock(lock, given.owner)).isEqualTo(new NoSuchLock());
        assertThat(given.history(lock.key())).hasSize(2);
    }

    @Test
    void refusesATargetThatIsNone() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        String id = lock.id().toString();

        assertThat(unlockRecord.execute(new Command(path("Potentials", RECORD), id, given.owner)))
                .isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(unlockRecord.execute(new Command(path("Leads", RECORD), id, given.owner)))
                .isEqualTo(TargetRefusal.NO_CONFIGURATION);
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    private UnlockRecord.Outcome unlock(RecordLock lock, User caller) {
        return unlockRecord.execute(new Command(path("Deals", RECORD), lock.id().toString(), caller));
    }
}
