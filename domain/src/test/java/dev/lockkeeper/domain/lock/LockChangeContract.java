package dev.lockkeeper.domain.lock;

import static dev.lockkeeper.domain.lock.LocksContract.NOON;
import static dev.lockkeeper.domain.lock.LocksContract.REASON;
import static dev.lockkeeper.domain.lock.LocksContract.RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.ChangeOutcome.HeldByRule;
import dev.lockkeeper.domain.lock.ChangeOutcome.NoSuchLock;
import dev.lockkeeper.domain.lock.ChangeOutcome.NotOwner;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every implementation of {@link Locks} changes and ends a lock. */
public interface LockChangeContract {

    Locks locks();

    /** What the store needs to know before it can lock. */
    LocksFixture given();

    private LocksSteps steps() {
        return new LocksSteps(locks(), given());
    }

    @Test
    default void endsAManualLock() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = steps().lockedBy(owner);

        ChangeOutcome outcome = locks().release(LocksSteps.by(owner, lock));

        assertThat(LocksSteps.find(locks(), lock.key())).isEmpty();
        assertThat(steps().history(lock)).hasSize(2).last().satisfies(event -> {
            assertThat(outcome).isEqualTo(new Changed(event.revision()));
            assertThat(event.kind()).isEqualTo(LockEvent.Kind.UNLOCKED);
            assertThat(event.lock()).isEqualTo(lock.id());
            assertThat(event.by()).isEqualTo(owner.ref());
            assertThat(event.reason()).isEqualTo(REASON);
            assertThat(event.at()).isEqualTo(NOON.plusSeconds(60));
            assertThat(event.revision()).isGreaterThan(lock.revision());
        });
    }

    @Test
    default void locksARecordAgainUnderAHigherRevisionAndAnotherId() {
        User owner = given().user(Permission.LOCK);
        RecordLock first = steps().lockedBy(owner);
        locks().release(LocksSteps.by(owner, first));

        RecordLock second = ((Acquired) locks().acquire(new NewLock(
                        first.key(), first.origin(), new RulesVersion(first.configuration(), 1), NOON)))
                .lock();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.revision()).isGreaterThan(first.revision().next());
        assertThat(locks().release(LocksSteps.by(owner, first))).isEqualTo(new NoSuchLock());
        assertThat(steps().history(second))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED, LockEvent.Kind.LOCKED);
    }

    @Test
    default void letsAColleagueWithThePermissionChangeAndEndAnothersLock() {
        RecordLock lock = steps().lockedBy(given().user(Permission.LOCK));
        User colleague = given().user(Permission.LOCK);
        LockReason better = new LockReason("awaiting final approval");

        assertThat(locks().changeReason(LocksSteps.by(colleague, lock), better)).isInstanceOf(Changed.class);
        assertThat(LocksSteps.find(locks(), lock.key())
                        .flatMap(found -> found.origin().manual()))
                .contains(new LockOrigin.ManualHold(
                        lock.origin().manual().orElseThrow().owner(), better));
        assertThat(locks().release(LocksSteps.by(colleague, lock))).isInstanceOf(Changed.class);
        assertThat(steps().history(lock)).extracting(LockEvent::by).endsWith(colleague.ref(), colleague.ref());
    }

    @Test
    default void letsTheOwnerChangeAndEndTheLockEvenWithoutThePermission() {
        User owner = given().user();
        RecordLock lock = steps().lockedBy(owner);

        assertThat(locks().changeReason(LocksSteps.by(owner, lock), new LockReason("mine")))
                .isInstanceOf(Changed.class);
        assertThat(locks().release(LocksSteps.by(owner, lock))).isInstanceOf(Changed.class);
    }

    @Test
    default void refusesOthersWithoutThePermission() {
        RecordLock lock = steps().lockedBy(given().user(Permission.LOCK));
        User stranger = given().user(Permission.CUSTOMIZE);

        assertThat(locks().changeReason(LocksSteps.by(stranger, lock), new LockReason("mine")))
                .isEqualTo(new NotOwner());
        assertThat(locks().release(LocksSteps.by(stranger, lock))).isEqualTo(new NotOwner());
        assertThat(LocksSteps.find(locks(), lock.key())).contains(lock);
        assertThat(steps().history(lock)).hasSize(1);
    }

    @Test
    default void changesNoLockUnderAnIdThatIsNotTheRecords() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = steps().lockedBy(owner);
        RecordLock other = steps().lockedBy(owner);
        ManualChange crossed = new ManualChange(lock.key(), other.id(), owner, NOON);
        ManualChange unknown = new ManualChange(lock.key(), new LockId(1), owner, NOON);

        for (ManualChange change : List.of(crossed, unknown)) {
            assertThat(locks().release(change)).isEqualTo(new NoSuchLock());
            assertThat(locks().changeReason(change, REASON)).isEqualTo(new NoSuchLock());
        }
        assertThat(LocksSteps.find(locks(), lock.key())).contains(lock);
        assertThat(LocksSteps.find(locks(), other.key())).contains(other);
    }

    @Test
    default void leavesARulesLockToTheRule() {
        LockingConfiguration configuration = given().configuration();
        RecordLock lock = steps().locked(given().record(configuration), configuration, new Automatic(RULE));
        User permitted = given().user(Permission.LOCK);
        User stranger = given().user();

        assertThat(locks().release(LocksSteps.by(permitted, lock))).isEqualTo(new HeldByRule());
        assertThat(locks().changeReason(LocksSteps.by(permitted, lock), REASON)).isEqualTo(new HeldByRule());
        assertThat(locks().release(LocksSteps.by(stranger, lock))).isEqualTo(new NotOwner());
        assertThat(LocksSteps.find(locks(), lock.key())).contains(lock);
    }

    @Test
    default void leavesTheRulesPartOfALockThatBothHold() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordLock lock = steps().locked(
                        given().record(configuration),
                        configuration,
                        new Both(new LockOrigin.ManualHold(owner.ref(), REASON), RULE));
        LockReason better = new LockReason("better");

        locks().changeReason(LocksSteps.by(owner, lock), better);
        assertThat(LocksSteps.find(locks(), lock.key()).map(RecordLock::origin))
                .contains(new Both(new LockOrigin.ManualHold(owner.ref(), better), RULE));
        assertThat(locks().release(LocksSteps.by(owner, lock))).isInstanceOf(Changed.class);

        RecordLock left = LocksSteps.find(locks(), lock.key()).orElseThrow();
        assertThat(left.origin()).isEqualTo(new Automatic(RULE));
        assertThat(left.id()).isEqualTo(lock.id());
        assertThat(left.lockedAt()).isEqualTo(lock.lockedAt());
        assertThat(steps().history(lock))
                .extracting(LockEvent::kind, LockEvent::source, LockEvent::reason)
                .endsWith(
                        tuple(LockEvent.Kind.REASON_CHANGED, LockSource.BOTH, better),
                        tuple(LockEvent.Kind.SOURCE_CHANGED, LockSource.AUTOMATIC, null));
        assertThat(left.revision()).isEqualTo(steps().history(lock).getLast().revision());
    }
}
