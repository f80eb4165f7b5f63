package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.AcquireOutcome.ConfigurationGone;
import dev.lockkeeper.domain.lock.ChangeOutcome.Changed;
import dev.lockkeeper.domain.lock.ChangeOutcome.HeldByRule;
import dev.lockkeeper.domain.lock.ChangeOutcome.NoSuchLock;
import dev.lockkeeper.domain.lock.ChangeOutcome.NotOwner;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link Locks} does with a single caller; {@link LocksRaceContract} has the rest. The
 * store may hold other records: each test uses records and a module of its own.
 */
public interface LocksContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");
    LockReason REASON = new LockReason("last round of negotiations ");
    RuleId RULE = new RuleId(4711);

    Locks locks();

    /** What the store needs to know before it can lock. */
    LocksFixture given();

    private NewLock manual(RecordKey key, LockingConfiguration configuration, User owner) {
        return new NewLock(key, new Manual(owner.ref(), REASON), configuration.id(), NOON);
    }

    private RecordLock locked(RecordKey key, LockingConfiguration configuration, LockOrigin origin) {
        return ((Acquired) locks().acquire(new NewLock(key, origin, configuration.id(), NOON))).lock();
    }

    private RecordLock lockedBy(User owner) {
        LockingConfiguration configuration = given().configuration();
        return locked(given().record(configuration), configuration, new Manual(owner.ref(), REASON));
    }

    private List<LockEvent> history(RecordLock lock) {
        return locks().history(lock.key(), Revision.NONE, 100);
    }

    private static ManualChange by(User user, RecordLock lock) {
        return new ManualChange(lock.key(), lock.id(), user, NOON.plusSeconds(60));
    }

    @Test
    default void locksAFreeRecordAndFindsTheLockAsItWasGiven() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordKey key = given().record(configuration);

        AcquireOutcome outcome = locks().acquire(manual(key, configuration, owner));

        assertThat(outcome).isInstanceOfSatisfying(Acquired.class, acquired -> {
            RecordLock lock = acquired.lock();
            assertThat(lock.key()).isEqualTo(key);
            assertThat(lock.origin()).isEqualTo(new Manual(owner.ref(), REASON));
            assertThat(lock.configuration()).isEqualTo(configuration.id());
            assertThat(lock.lockedAt()).isEqualTo(NOON);
            assertThat(locks().find(key)).contains(lock);
            assertThat(history(lock))
                    .containsExactly(new LockEvent(
                            lock.revision(),
                            LockEvent.Kind.LOCKED,
                            key,
                            lock.id(),
                            NOON,
                            owner.ref(),
                            REASON,
                            LockSource.MANUAL,
                            null));
        });
    }

    @Test
    default void keepsEveryReasonExactly() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        for (String text : List.of(
                " spaces around ",
                "two\r\nlines\tand a tab",
                "'; drop table record_lock; --",
                "\\u0041 % _ $1 ?",
                "Zażółć 漢字 🔒",
                "e\u0301",
                "x".repeat(3000),
                "🔒".repeat(3000))) {
            LockReason reason = new LockReason(text);
            RecordLock lock = locked(given().record(configuration), configuration, new Manual(owner.ref(), reason));

            assertThat(locks().find(lock.key()).orElseThrow().origin()).isEqualTo(new Manual(owner.ref(), reason));
            assertThat(history(lock)).extracting(LockEvent::reason).containsExactly(reason);
        }
    }

    @Test
    default void keepsEverySourceOfALock() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        LockOrigin.ManualHold hold = new LockOrigin.ManualHold(owner.ref(), REASON);
        for (LockOrigin origin : List.of(new Manual(hold), new Automatic(RULE), new Both(hold, RULE))) {
            RecordLock lock = locked(given().record(configuration), configuration, origin);

            assertThat(locks().find(lock.key())).contains(lock);
            assertThat(lock.origin()).isEqualTo(origin);
            assertThat(history(lock)).singleElement().satisfies(event -> {
                assertThat(event.source()).isEqualTo(origin.source());
                assertThat(event.rule()).isEqualTo(origin.heldByRule().orElse(null));
                assertThat(event.by()).isEqualTo(origin.manual().isPresent() ? owner.ref() : null);
            });
        }
    }

    @Test
    default void refusesASecondLockOfTheSameRecord() {
        User owner = given().user(Permission.LOCK);
        RecordLock first = lockedBy(owner);

        AcquireOutcome second =
                locks().acquire(new NewLock(first.key(), first.origin(), first.configuration(), NOON.plusSeconds(1)));

        assertThat(second).isEqualTo(new AlreadyHeld());
        assertThat(locks().find(first.key())).contains(first);
        assertThat(history(first)).hasSize(1);
    }

    @Test
    default void tellsRecordsOfDifferentModulesApart() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = lockedBy(owner);
        LockingConfiguration other = given().configuration();

        RecordKey sameIdElsewhere = new RecordKey(other.module(), lock.key().record());

        assertThat(locks().find(sameIdElsewhere)).isEmpty();
        assertThat(locks().acquire(manual(sameIdElsewhere, other, owner))).isInstanceOf(Acquired.class);
    }

    @Test
    default void locksNothingUnderAConfigurationThatIsGone() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordKey key = given().record(configuration);
        given().remove(configuration);

        assertThat(locks().acquire(manual(key, configuration, owner))).isEqualTo(new ConfigurationGone());
        assertThat(locks().find(key)).isEmpty();
        assertThat(locks().history(key, Revision.NONE, 10)).isEmpty();
    }

    @Test
    default void endsAManualLock() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = lockedBy(owner);

        ChangeOutcome outcome = locks().release(by(owner, lock));

        assertThat(locks().find(lock.key())).isEmpty();
        assertThat(history(lock)).hasSize(2).last().satisfies(event -> {
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
        RecordLock first = lockedBy(owner);
        locks().release(by(owner, first));

        RecordLock second = ((Acquired)
                        locks().acquire(new NewLock(first.key(), first.origin(), first.configuration(), NOON)))
                .lock();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.revision()).isGreaterThan(first.revision().next());
        assertThat(locks().release(by(owner, first))).isEqualTo(new NoSuchLock());
        assertThat(history(second))
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED, LockEvent.Kind.LOCKED);
    }

    @Test
    default void letsAColleagueWithThePermissionChangeAndEndAnothersLock() {
        RecordLock lock = lockedBy(given().user(Permission.LOCK));
        User colleague = given().user(Permission.LOCK);
        LockReason better = new LockReason("awaiting final approval");

        assertThat(locks().changeReason(by(colleague, lock), better)).isInstanceOf(Changed.class);
        assertThat(locks().find(lock.key()).flatMap(found -> found.origin().manual()))
                .contains(new LockOrigin.ManualHold(
                        lock.origin().manual().orElseThrow().owner(), better));
        assertThat(locks().release(by(colleague, lock))).isInstanceOf(Changed.class);
        assertThat(history(lock)).extracting(LockEvent::by).endsWith(colleague.ref(), colleague.ref());
    }

    @Test
    default void letsTheOwnerChangeAndEndTheLockEvenWithoutThePermission() {
        User owner = given().user();
        RecordLock lock = lockedBy(owner);

        assertThat(locks().changeReason(by(owner, lock), new LockReason("mine")))
                .isInstanceOf(Changed.class);
        assertThat(locks().release(by(owner, lock))).isInstanceOf(Changed.class);
    }

    @Test
    default void refusesOthersWithoutThePermission() {
        RecordLock lock = lockedBy(given().user(Permission.LOCK));
        User stranger = given().user(Permission.CUSTOMIZE);

        assertThat(locks().changeReason(by(stranger, lock), new LockReason("mine")))
                .isEqualTo(new NotOwner());
        assertThat(locks().release(by(stranger, lock))).isEqualTo(new NotOwner());
        assertThat(locks().find(lock.key())).contains(lock);
        assertThat(history(lock)).hasSize(1);
    }

    @Test
    default void changesNoLockUnderAnIdThatIsNotTheRecords() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = lockedBy(owner);
        RecordLock other = lockedBy(owner);
        ManualChange crossed = new ManualChange(lock.key(), other.id(), owner, NOON);
        ManualChange unknown = new ManualChange(lock.key(), new LockId(1), owner, NOON);

        for (ManualChange change : List.of(crossed, unknown)) {
            assertThat(locks().release(change)).isEqualTo(new NoSuchLock());
            assertThat(locks().changeReason(change, REASON)).isEqualTo(new NoSuchLock());
        }
        assertThat(locks().find(lock.key())).contains(lock);
        assertThat(locks().find(other.key())).contains(other);
    }

    @Test
    default void leavesARulesLockToTheRule() {
        LockingConfiguration configuration = given().configuration();
        RecordLock lock = locked(given().record(configuration), configuration, new Automatic(RULE));
        User permitted = given().user(Permission.LOCK);
        User stranger = given().user();

        assertThat(locks().release(by(permitted, lock))).isEqualTo(new HeldByRule());
        assertThat(locks().changeReason(by(permitted, lock), REASON)).isEqualTo(new HeldByRule());
        assertThat(locks().release(by(stranger, lock))).isEqualTo(new NotOwner());
        assertThat(locks().find(lock.key())).contains(lock);
    }

    @Test
    default void leavesTheRulesPartOfALockThatBothHold() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordLock lock = locked(
                given().record(configuration),
                configuration,
                new Both(new LockOrigin.ManualHold(owner.ref(), REASON), RULE));
        LockReason better = new LockReason("better");

        locks().changeReason(by(owner, lock), better);
        assertThat(locks().find(lock.key()).map(RecordLock::origin))
                .contains(new Both(new LockOrigin.ManualHold(owner.ref(), better), RULE));
        assertThat(locks().release(by(owner, lock))).isInstanceOf(Changed.class);

        RecordLock left = locks().find(lock.key()).orElseThrow();
        assertThat(left.origin()).isEqualTo(new Automatic(RULE));
        assertThat(left.id()).isEqualTo(lock.id());
        assertThat(left.lockedAt()).isEqualTo(lock.lockedAt());
        assertThat(history(lock))
                .extracting(LockEvent::kind, LockEvent::source, LockEvent::reason)
                .endsWith(
                        tuple(LockEvent.Kind.REASON_CHANGED, LockSource.BOTH, better),
                        tuple(LockEvent.Kind.SOURCE_CHANGED, LockSource.AUTOMATIC, null));
        assertThat(left.revision()).isEqualTo(history(lock).getLast().revision());
    }

    @Test
    default void pagesThroughAHistory() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = lockedBy(owner);
        for (int i = 0; i < 4; i++) {
            locks().changeReason(by(owner, lock), new LockReason("reason " + i));
        }
        List<LockEvent> all = history(lock);

        List<LockEvent> firstTwo = locks().history(lock.key(), Revision.NONE, 2);
        List<LockEvent> rest = locks().history(lock.key(), firstTwo.getLast().revision(), 10);

        assertThat(all).hasSize(5).isSortedAccordingTo(Comparator.comparing(LockEvent::revision));
        assertThat(firstTwo).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, 5));
    }
}
