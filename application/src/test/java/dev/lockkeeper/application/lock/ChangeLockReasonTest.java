package dev.lockkeeper.application.lock;

import static dev.lockkeeper.application.lock.LockingFixture.NOW;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_REASON;
import static dev.lockkeeper.application.lock.LockingFixture.OTHER_RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.RECORD;
import static dev.lockkeeper.application.lock.LockingFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.lock.ChangeLockReason.Changed;
import dev.lockkeeper.application.lock.ChangeLockReason.Command;
import dev.lockkeeper.application.lock.ChangeLockReason.HeldByRule;
import dev.lockkeeper.application.lock.ChangeLockReason.NoSuchLock;
import dev.lockkeeper.application.lock.ChangeLockReason.NotPermitted;
import dev.lockkeeper.application.lock.ChangeLockReason.ReasonRefused;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeLockReasonTest {

    private final LockingFixture given = new LockingFixture();
    private final ChangeLockReason changeLockReason =
            new ChangeLockReason(given.targets, given.authority, given.locks, given.clock);

    @BeforeEach
    void letsPeopleAndRulesLockDeals() {
        given.configured("Deals", LockType.BOTH);
    }

    @Test
    void givesTheCallersLockAnotherReasonNow() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        ChangeLockReason.Outcome outcome = change(lock, given.owner, OTHER_REASON);

        assertThat(outcome).isEqualTo(new Changed(lock.id(), new Revision(2)));
        RecordLock changed = given.lock(lock.key()).orElseThrow();
        assertThat(changed.id()).isEqualTo(lock.id());
        assertThat(changed.lockedAt()).isEqualTo(lock.lockedAt());
        assertThat(changed.origin().manual()).hasValue(new ManualHold(given.owner.ref(), OTHER_REASON));
        LockEvent last = given.history(lock.key()).getLast();
        assertThat(last.kind()).isEqualTo(LockEvent.Kind.REASON_CHANGED);
        assertThat(last.reason()).isEqualTo(OTHER_REASON);
        assertThat(last.at()).isEqualTo(NOW);
    }

    @Test
    void leavesALockThatAColleagueChangesToItsOwner() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(change(lock, given.colleague, OTHER_REASON)).isInstanceOf(Changed.class);
        assertThat(given.lock(lock.key()).flatMap(found -> found.origin().manual()))
                .hasValue(new ManualHold(given.owner.ref(), OTHER_REASON));
        assertThat(given.history(lock.key()).getLast().by()).isEqualTo(given.colleague.ref());
    }

    @Test
    void changesTheCallersLockEvenWithoutThePermissionToLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byStranger);

        assertThat(change(lock, given.stranger, OTHER_REASON)).isInstanceOf(Changed.class);
    }

    @Test
    void changesThePersonsPartOfALockThatBothHold() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwnerAndRule);

        assertThat(change(lock, given.owner, OTHER_REASON)).isInstanceOf(Changed.class);
        RecordLock changed = given.lock(lock.key()).orElseThrow();
        assertThat(changed.origin().manual()).hasValue(new ManualHold(given.owner.ref(), OTHER_REASON));
        assertThat(changed.origin().heldByRule()).isEqualTo(given.byRule.heldByRule());
    }

    @Test
    void refusesToChangeSomebodyElsesLockWithoutThePermissionToLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(change(lock, given.stranger, OTHER_REASON)).isEqualTo(new NotPermitted());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @Test
    void refusesToChangeARulesLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byRule);

        assertThat(change(lock, given.owner, OTHER_REASON)).isEqualTo(new HeldByRule());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @Test
    void refusesACommandWithoutAReason() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(change(lock, given.owner, null)).isEqualTo(new ReasonRefused());
        assertThat(change(lock, given.colleague, null)).isEqualTo(new ReasonRefused());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @Test
    void missesTheReasonOfTheOwnerWithoutThePermissionToLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byStranger);

        assertThat(change(lock, given.stranger, null)).isEqualTo(new ReasonRefused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "abc", "9223372036854775808", "1"})
    void findsNoLockUnderAnIdThatIsNone(String lockId) {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);

        assertThat(changeLockReason.execute(new Command(path("Deals", RECORD), lockId, given.owner, OTHER_REASON)))
                .isEqualTo(new NoSuchLock());
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    @Test
    void findsNoLockUnderTheIdOfAnotherRecordsLock() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        RecordLock other = given.locked("Deals", OTHER_RECORD, given.byOwner);

        assertThat(change(other, given.owner, OTHER_REASON)).isEqualTo(new NoSuchLock());
        assertThat(change(other, given.owner, null)).isEqualTo(new NoSuchLock());
        assertThat(given.lock(lock.key())).hasValue(lock);
        assertThat(given.lock(other.key())).hasValue(other);
    }

    @Test
    void refusesATargetThatIsNone() {
        RecordLock lock = given.locked("Deals", RECORD, given.byOwner);
        String id = lock.id().toString();

        assertThat(changeLockReason.execute(new Command(path("Potentials", RECORD), id, given.owner, OTHER_REASON)))
                .isEqualTo(TargetRefusal.UNKNOWN_MODULE);
        assertThat(changeLockReason.execute(new Command(path("Leads", RECORD), id, given.owner, OTHER_REASON)))
                .isEqualTo(TargetRefusal.NO_CONFIGURATION);
        assertThat(given.lock(lock.key())).hasValue(lock);
    }

    private ChangeLockReason.Outcome change(RecordLock lock, User caller, @Nullable LockReason reason) {
        return changeLockReason.execute(
                new Command(path("Deals", RECORD), lock.id().toString(), caller, reason));
    }
}
