package dev.lockkeeper.domain.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.AcquireOutcome.ConfigurationChanged;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link Locks} does with a single caller; {@link LockChangeContract} has what happens to a lock
 * afterwards, {@link LockSearchContract} how it is found, and {@link LocksRaceContract} what many callers at once do. The
 * store may hold other records: each test uses records and a module of its own.
 */
public interface LocksContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");
    LockReason REASON = new LockReason("last round of negotiations ");
    RuleId RULE = new RuleId(4711);

    Locks locks();

    /** What the store needs to know before it can lock. */
    LocksFixture given();

    private LocksSteps steps() {
        return new LocksSteps(locks(), given());
    }

    @Test
    default void locksAFreeRecordAndFindsTheLockAsItWasGiven() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordKey key = given().record(configuration);

        AcquireOutcome outcome = locks().acquire(LocksSteps.manual(key, configuration, owner));

        assertThat(outcome).isInstanceOfSatisfying(Acquired.class, acquired -> {
            RecordLock lock = acquired.lock();
            assertThat(lock.key()).isEqualTo(key);
            assertThat(lock.origin()).isEqualTo(new Manual(owner.ref(), REASON));
            assertThat(lock.configuration()).isEqualTo(configuration.id());
            assertThat(lock.lockedAt()).isEqualTo(NOON);
            assertThat(LocksSteps.find(locks(), key)).contains(lock);
            assertThat(steps().history(lock))
                    .containsExactly(new LockEvent(
                            lock.revision(),
                            LockEvent.Kind.LOCKED,
                            key,
                            lock.id(),
                            NOON,
                            owner.ref(),
                            REASON,
                            LockSource.MANUAL,
                            null,
                            LockEvent.Cause.REQUEST));
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
            RecordLock lock =
                    steps().locked(given().record(configuration), configuration, new Manual(owner.ref(), reason));

            assertThat(LocksSteps.find(locks(), lock.key()).orElseThrow().origin())
                    .isEqualTo(new Manual(owner.ref(), reason));
            assertThat(steps().history(lock)).extracting(LockEvent::reason).containsExactly(reason);
        }
    }

    @Test
    default void keepsEverySourceOfALock() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        LockOrigin.ManualHold hold = new LockOrigin.ManualHold(owner.ref(), REASON);
        for (LockOrigin origin : List.of(new Manual(hold), new Automatic(RULE), new Both(hold, RULE))) {
            RecordLock lock = steps().locked(given().record(configuration), configuration, origin);

            assertThat(LocksSteps.find(locks(), lock.key())).contains(lock);
            assertThat(lock.origin()).isEqualTo(origin);
            assertThat(steps().history(lock)).singleElement().satisfies(event -> {
                assertThat(event.source()).isEqualTo(origin.source());
                assertThat(event.rule()).isEqualTo(origin.heldByRule().orElse(null));
                assertThat(event.by()).isEqualTo(origin.manual().isPresent() ? owner.ref() : null);
            });
        }
    }

    @Test
    default void refusesASecondLockOfTheSameRecord() {
        User owner = given().user(Permission.LOCK);
        RecordLock first = steps().lockedBy(owner);

        AcquireOutcome second = locks().acquire(new NewLock(
                first.key(), first.origin(), new RulesVersion(first.configuration(), 1), NOON.plusSeconds(1)));

        assertThat(second).isEqualTo(new AlreadyHeld());
        assertThat(LocksSteps.find(locks(), first.key())).contains(first);
        assertThat(steps().history(first)).hasSize(1);
    }

    @Test
    default void tellsRecordsOfDifferentModulesApart() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = steps().lockedBy(owner);
        LockingConfiguration other = given().configuration();

        RecordKey sameIdElsewhere = new RecordKey(other.module(), lock.key().record());

        assertThat(LocksSteps.find(locks(), sameIdElsewhere)).isEmpty();
        assertThat(locks().acquire(LocksSteps.manual(sameIdElsewhere, other, owner)))
                .isInstanceOf(Acquired.class);
    }

    @Test
    default void locksNothingUnderAConfigurationThatIsGone() {
        User owner = given().user(Permission.LOCK);
        LockingConfiguration configuration = given().configuration();
        RecordKey key = given().record(configuration);
        given().remove(configuration);

        assertThat(locks().acquire(LocksSteps.manual(key, configuration, owner)))
                .isEqualTo(new ConfigurationChanged());
        assertThat(LocksSteps.find(locks(), key)).isEmpty();
        assertThat(locks().history(key, Revision.NONE, 10)).isEmpty();
    }

    @Test
    default void pagesThroughAHistory() {
        User owner = given().user(Permission.LOCK);
        RecordLock lock = steps().lockedBy(owner);
        for (int i = 0; i < 4; i++) {
            locks().changeReason(LocksSteps.by(owner, lock), new LockReason("reason " + i));
        }
        List<LockEvent> all = steps().history(lock);

        List<LockEvent> firstTwo = locks().history(lock.key(), Revision.NONE, 2);
        List<LockEvent> rest = locks().history(lock.key(), firstTwo.getLast().revision(), 10);

        assertThat(all).hasSize(5).isSortedAccordingTo(Comparator.comparing(LockEvent::revision));
        assertThat(firstTwo).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, 5));
    }
}
