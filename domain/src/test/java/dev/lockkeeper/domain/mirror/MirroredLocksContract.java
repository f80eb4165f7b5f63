package dev.lockkeeper.domain.mirror;

import static dev.lockkeeper.domain.mirror.MirrorSteps.LATER;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LONG;
import static dev.lockkeeper.domain.mirror.MirrorSteps.NOON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.OTHER_REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.RULE;
import static dev.lockkeeper.domain.mirror.MirrorSteps.SHORT;
import static dev.lockkeeper.domain.mirror.MirrorSteps.eventually;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newLockId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How every implementation of {@link MirroredLocks} claims intents and passes them on; {@link SettlementContract} has what
 * comes of them, {@link AwaitedIntentContract} how that is told, {@link ObservationContract} what is found in the CRM, {@link MirrorRaceContract} what many callers at once
 * do. The store may hold other records, and other tests' intents may be open: each test uses a record of its own.
 */
public interface MirroredLocksContract {

    MirroredLocks mirror();

    /** The same locks, as they are read. */
    Locks locks();

    /** What the store needs to know before it can lock. */
    LocksFixture given();

    private MirrorSteps steps() {
        return new MirrorSteps(mirror(), locks(), given());
    }

    @Test
    default void claimsAnIntentForARecordWithoutALock() {
        MirrorSteps steps = steps();

        LockIntent intent = steps.claimed(steps.take());

        assertThat(intent)
                .isEqualTo(
                        new LockIntent(intent.id(), steps.key, steps.take(), steps.user.ref(), NOON, intent.holder()));
        assertThat(mirror().findOpen(steps.key)).contains(intent);
        assertThat(steps.lock()).isEmpty();
        assertThat(steps.history()).isEmpty();
        assertThat(steps.standing()).isEqualTo(new Standing(steps.key, null, Revision.NONE, intent.id(), true));
    }

    @Test
    default void keepsEveryIntendedChange() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();
        for (IntendedChange change :
                List.of(new IntendedChange.Release(lock.id()), new IntendedChange.ChangeReason(lock.id(), REASON))) {
            LockIntent intent = steps.claimed(change);

            assertThat(intent.change()).isEqualTo(change);
            assertThat(mirror().findOpen(steps.key)).contains(intent);
            steps.settled(intent, new Settlement.NotMade());
        }
    }

    @Test
    default void joinsTheSameUserWithTheSameChange() {
        MirrorSteps steps = steps();
        LockIntent open = steps.claimed(steps.take());

        assertThat(steps.claim(steps.take(), steps.user)).isEqualTo(new ClaimOutcome.Joined(open.id()));
        assertThat(mirror().findOpen(steps.key)).contains(open);
    }

    @Test
    default void isBusyForWhoeverWantsSomethingElse() {
        MirrorSteps steps = steps();
        LockIntent open = steps.claimed(steps.take());
        ClaimOutcome busy = new ClaimOutcome.Busy(open.id(), open.change());

        assertThat(steps.claim(steps.take(), given().user())).isEqualTo(busy);
        assertThat(steps.claim(new IntendedChange.Take(OTHER_REASON, steps.configuration), steps.user))
                .isEqualTo(busy);
        assertThat(steps.claim(new IntendedChange.Release(newLockId()), steps.user))
                .isEqualTo(busy);
    }

    @Test
    default void joinsOrIsBusyBeforeItRefusesAnything() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();
        IntendedChange change = new IntendedChange.ChangeReason(lock.id(), OTHER_REASON);
        LockIntent open = steps.claimed(change);
        locks().release(new ManualChange(steps.key, lock.id(), steps.user, NOON));

        assertThat(steps.claim(change, steps.user)).isEqualTo(new ClaimOutcome.Joined(open.id()));
        assertThat(steps.claim(new IntendedChange.Release(lock.id()), steps.user))
                .isEqualTo(new ClaimOutcome.Busy(open.id(), change));
    }

    @Test
    default void claimsNoLockForARecordThatHasOne() {
        MirrorSteps steps = steps();
        steps.locked();

        assertThat(steps.claim(steps.take(), steps.user)).isEqualTo(new ClaimOutcome.AlreadyHeld());
        assertThat(mirror().findOpen(steps.key)).isEmpty();
    }

    @Test
    default void refusesChangesOfALockInOrder() {
        MirrorSteps steps = steps();
        User other = given().user();
        assertThat(claims(steps, newLockId(), other)).containsOnly(new ClaimOutcome.NoSuchLock());
        RecordLock lock = steps.locked();
        assertThat(claims(steps, newLockId(), other)).containsOnly(new ClaimOutcome.NoSuchLock());
        assertThat(claims(steps, lock.id(), other)).containsOnly(new ClaimOutcome.NotOwner());
        steps.observe(null);
        RecordLock automatic = steps.found(new Automatic(RULE));
        assertThat(claims(steps, automatic.id(), other)).containsOnly(new ClaimOutcome.NotOwner());
        assertThat(claims(steps, automatic.id(), steps.user)).containsOnly(new ClaimOutcome.HeldByRule());
        assertThat(mirror().findOpen(steps.key)).isEmpty();
    }

    private static List<ClaimOutcome> claims(MirrorSteps steps, LockId lock, User by) {
        LockReason reason = OTHER_REASON;
        return List.of(
                steps.claim(new IntendedChange.Release(lock), by),
                steps.claim(new IntendedChange.ChangeReason(lock, reason), by));
    }

    @Test
    default void takesOverOnceTheLeaseHasPassedAndNotBefore() {
        MirrorSteps kept = steps();
        MirrorSteps steps = steps();
        kept.claimed(kept.take());
        LockIntent first = steps.claimed(steps.take(), SHORT);

        LockIntent second = steps.takenOver(LONG);

        assertThat(second.holder()).isGreaterThan(first.holder());
        assertThat(second)
                .isEqualTo(new LockIntent(
                        first.id(), first.key(), first.change(), first.by(), first.at(), second.holder()));
        assertThat(mirror().takeOver(100, LONG)).extracting(LockIntent::key).doesNotContain(kept.key, steps.key);
        assertThat(mirror().findOpen(steps.key)).contains(second);
    }

    @Test
    default void takesOverTheOldestFirstAndNoMoreThanAsked() {
        MirrorSteps older = steps();
        MirrorSteps newer = steps();
        older.claimed(older.take(), Duration.ZERO);
        newer.claimed(newer.take(), Duration.ZERO);

        List<LockIntent> taken = eventually(
                () -> Optional.of(mirror().takeOver(100, Duration.ZERO)).filter(some -> some.size() > 1));

        assertThat(taken)
                .isSortedAccordingTo((one, other) ->
                        Long.compare(one.id().value(), other.id().value()));
        assertThat(taken).extracting(LockIntent::key).containsSubsequence(older.key, newer.key);
        assertThat(mirror().takeOver(1, LONG)).hasSize(1);
    }

    @Test
    default void letsNobodySettleOrPostponeWhatHasBeenTakenOver() {
        MirrorSteps steps = steps();
        LockIntent first = steps.claimed(steps.take(), SHORT);
        LockIntent second = steps.takenOver(LONG);

        mirror().postpone(first, Duration.ZERO);
        SettleOutcome outcome = mirror().settle(first, new Settlement.Taken(newLockId(), NOON), LATER);

        assertThat(outcome).isEqualTo(new SettleOutcome.NoLongerHeld());
        assertThat(steps.lock()).isEmpty();
        assertThat(steps.history()).isEmpty();
        assertThat(mirror().takeOver(100, LONG)).extracting(LockIntent::key).doesNotContain(steps.key);
        assertThat(mirror().findOpen(steps.key)).contains(second);
        assertThat(steps.settled(second, new Settlement.NotMade())).isEqualTo(new IntentResult.NotMade());
    }

    @Test
    default void takesOverNothingThatIsSettled() {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take(), Duration.ZERO);
        steps.settled(intent, new Settlement.NotMade());

        assertThat(mirror().takeOver(1000, Duration.ZERO))
                .extracting(LockIntent::key)
                .doesNotContain(steps.key);
    }

    @Test
    default void postponesAnIntentForAnybodyToTakeOver() {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take());

        mirror().postpone(intent, SHORT);

        assertThat(steps.takenOver(LONG).id()).isEqualTo(intent.id());
    }

    @Test
    default void listsTheLockedRecordsOfAModuleByIdAndInPages() {
        MirrorSteps steps = steps();
        assertThat(mirror().lockedRecords(steps.key.module(), null, 10)).isEmpty();
        steps.locked();
        RecordId record = steps.key.record();

        assertThat(mirror().lockedRecords(steps.key.module(), null, 10)).containsExactly(record);
        assertThat(mirror().lockedRecords(steps.key.module(), new RecordId(record.value() - 1), 10))
                .containsExactly(record);
        assertThat(mirror().lockedRecords(steps.key.module(), record, 10)).isEmpty();
        assertThat(mirror().lockedRecords(steps.key.module(), null, 0)).isEmpty();
    }

    @Test
    default void knowsHowEveryRecordStands() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();
        IntentId intent = Objects.requireNonNull(steps.standing().latestIntent());
        RecordId unknown = new RecordId(Long.MAX_VALUE);

        assertThat(mirror().standing(steps.key.module(), List.of(unknown, steps.key.record())))
                .hasSize(2)
                .containsEntry(steps.key.record(), new Standing(steps.key, lock.id(), lock.revision(), intent, false))
                .containsEntry(
                        unknown,
                        new Standing(new RecordKey(steps.key.module(), unknown), null, Revision.NONE, null, false));
        assertThat(mirror().standing(steps.key.module(), List.of())).isEmpty();
    }
}
