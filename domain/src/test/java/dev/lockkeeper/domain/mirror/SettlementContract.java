package dev.lockkeeper.domain.mirror;

import static dev.lockkeeper.domain.mirror.MirrorSteps.IN_CRM;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LATER;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LONG;
import static dev.lockkeeper.domain.mirror.MirrorSteps.OTHER_REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.RULE;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newCrmUser;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newLockId;
import static dev.lockkeeper.domain.mirror.MirrorSteps.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordLock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What comes of an intent in every implementation of {@link MirroredLocks}. */
public interface SettlementContract {

    MirroredLocks mirror();

    Locks locks();

    LocksFixture given();

    private MirrorSteps steps() {
        return new MirrorSteps(mirror(), locks(), given());
    }

    @Test
    default void makesALockOfTheIntentsUser() {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take());
        LockId id = newLockId();

        IntentResult result = steps.settled(intent, new Settlement.Taken(id, IN_CRM));

        RecordLock lock = steps.lock().orElseThrow();
        assertThat(lock)
                .isEqualTo(new RecordLock(
                        id,
                        steps.key,
                        new Manual(steps.user.ref(), REASON),
                        steps.configuration,
                        IN_CRM,
                        lock.revision()));
        assertThat(result).isEqualTo(new IntentResult.Made(id, lock.revision(), IN_CRM));
        assertThat(steps.history())
                .containsExactly(new LockEvent(
                        lock.revision(),
                        LockEvent.Kind.LOCKED,
                        steps.key,
                        id,
                        LATER,
                        steps.user.ref(),
                        REASON,
                        LockSource.MANUAL,
                        null,
                        LockEvent.Cause.REQUEST));
        assertThat(mirror().findOpen(steps.key)).isEmpty();
        assertThat(mirror().await(intent.id(), Duration.ZERO)).contains(result);
    }

    @Test
    default void endsAnotherLockThatWasKnownHere() {
        MirrorSteps steps = steps();
        LockIntent first = steps.claimed(steps.take(), Duration.ZERO);
        LockIntent intent = steps.takenOver(LONG);
        assertThat(mirror().settle(first, new Settlement.NotMade(), LATER)).isEqualTo(new SettleOutcome.NoLongerHeld());
        RecordLock other = ((AcquireOutcome.Acquired) locks().acquire(new NewLock(
                        steps.key, new Automatic(RULE), new RulesVersion(steps.configuration, 1), IN_CRM)))
                .lock();

        IntentResult result = steps.settled(intent, new Settlement.Taken(newLockId(), IN_CRM));

        RecordLock lock = steps.lock().orElseThrow();
        assertThat(lock.id()).isNotEqualTo(other.id());
        assertThat(result).isEqualTo(new IntentResult.Made(lock.id(), lock.revision(), IN_CRM));
        assertThat(steps.history())
                .extracting(LockEvent::kind)
                .containsExactly(LockEvent.Kind.LOCKED, LockEvent.Kind.UNLOCKED, LockEvent.Kind.LOCKED);
        LockEvent ended = steps.history().get(1);
        assertThat(ended.cause()).isEqualTo(LockEvent.Cause.CRM);
        assertThat(ended.by()).isNull();
        assertThat(lock.revision()).isEqualTo(ended.revision().next());
    }

    @Test
    default void leavesALockOfTheSameIdThatWasKnownHere() {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take());
        RecordLock known = ((AcquireOutcome.Acquired) locks().acquire(new NewLock(
                        steps.key, new Automatic(RULE), new RulesVersion(steps.configuration, 1), IN_CRM)))
                .lock();

        IntentResult result = steps.settled(intent, new Settlement.Taken(known.id(), IN_CRM));

        assertThat(result).isEqualTo(new IntentResult.Made(known.id(), known.revision(), IN_CRM));
        assertThat(steps.lock()).contains(known);
        assertThat(steps.history()).hasSize(1);
    }

    @Test
    default void endsALockThatWasReleased() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();

        IntentResult result =
                steps.settled(steps.claimed(new IntendedChange.Release(lock.id())), new Settlement.Changed());

        LockEvent event = steps.lastEvent();
        assertThat(steps.lock()).isEmpty();
        assertThat(result).isEqualTo(new IntentResult.Made(lock.id(), event.revision(), IN_CRM));
        assertThat(event)
                .isEqualTo(new LockEvent(
                        event.revision(),
                        LockEvent.Kind.UNLOCKED,
                        steps.key,
                        lock.id(),
                        LATER,
                        steps.user.ref(),
                        REASON,
                        LockSource.MANUAL,
                        null,
                        LockEvent.Cause.REQUEST));
    }

    @Test
    default void leavesTheRuleItsPartOfAReleasedLock() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.found(new Both(new ManualHold(newCrmUser(), REASON), RULE));

        steps.settled(steps.claimed(new IntendedChange.Release(lock.id())), new Settlement.Changed());

        assertThat(steps.lock().orElseThrow().origin()).isEqualTo(new Automatic(RULE));
        LockEvent event = steps.lastEvent();
        assertThat(event.kind()).isEqualTo(LockEvent.Kind.SOURCE_CHANGED);
        assertThat(event.by()).isEqualTo(steps.user.ref());
        assertThat(event.reason()).isNull();
        assertThat(event.cause()).isEqualTo(LockEvent.Cause.REQUEST);
    }

    @Test
    default void givesALockItsReasonAndLeavesItsOwner() {
        MirrorSteps steps = steps();
        UserRef owner = newCrmUser();
        RecordLock lock = steps.found(new Both(new ManualHold(owner, REASON), RULE));

        IntentResult result = steps.settled(
                steps.claimed(new IntendedChange.ChangeReason(lock.id(), OTHER_REASON)), new Settlement.Changed());

        RecordLock changed = steps.lock().orElseThrow();
        assertThat(changed.origin()).isEqualTo(new Both(new ManualHold(owner, OTHER_REASON), RULE));
        assertThat(changed.revision()).isEqualTo(steps.lastEvent().revision());
        assertThat(result).isEqualTo(new IntentResult.Made(lock.id(), changed.revision(), lock.lockedAt()));
        assertThat(steps.lastEvent().kind()).isEqualTo(LockEvent.Kind.REASON_CHANGED);
        assertThat(steps.lastEvent().reason()).isEqualTo(OTHER_REASON);
        assertThat(steps.lastEvent().by()).isEqualTo(steps.user.ref());
    }

    @Test
    default void hasNothingLeftToChangeOfALockThatIsGone() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();
        LockIntent intent = steps.claimed(new IntendedChange.Release(lock.id()));
        locks().release(new ManualChange(steps.key, lock.id(), steps.user, LATER));
        LockEvent last = steps.lastEvent();

        assertThat(steps.settled(intent, new Settlement.Changed()))
                .isEqualTo(new IntentResult.Made(lock.id(), last.revision(), lock.lockedAt()));
        assertThat(steps.lastEvent()).isEqualTo(last);
    }

    @Test
    default void changesNothingWhenTheCrmDidNot() {
        MirrorSteps steps = steps();

        assertThat(steps.settled(steps.claimed(steps.take()), new Settlement.Refused(refusal())))
                .isEqualTo(new IntentResult.Refused(refusal()));
        assertThat(steps.settled(steps.claimed(steps.take()), new Settlement.NotMade()))
                .isEqualTo(new IntentResult.NotMade());
        assertThat(steps.lock()).isEmpty();
        assertThat(steps.history()).isEmpty();
        assertThat(mirror().findOpen(steps.key)).isEmpty();
    }

    @Test
    default void adoptsWhatWasFoundInPlaceOfTheChange() {
        MirrorSteps steps = steps();
        UserRef owner = newCrmUser();
        CrmLock found = steps.crmLock(newLockId(), new Manual(owner, OTHER_REASON));

        assertThat(steps.settled(steps.claimed(steps.take()), new Settlement.RefusedAndFound(refusal(), found)))
                .isEqualTo(new IntentResult.Refused(refusal()));

        assertThat(steps.lock().orElseThrow().id()).isEqualTo(found.id());
        assertThat(steps.lastEvent().cause()).isEqualTo(LockEvent.Cause.CRM);
        assertThat(steps.lastEvent().by()).isEqualTo(owner);

        LockIntent release = steps.claimed(new IntendedChange.Release(found.id()));
        assertThat(steps.settled(release, new Settlement.NotMadeAndFound(null))).isEqualTo(new IntentResult.NotMade());

        assertThat(steps.lock()).isEmpty();
        assertThat(steps.history()).hasSize(2);
        assertThat(steps.settled(steps.claimed(steps.take()), new Settlement.NotMadeAndFound(null)))
                .isEqualTo(new IntentResult.NotMade());
        assertThat(steps.settled(steps.claimed(steps.take()), new Settlement.RefusedAndFound(refusal(), null)))
                .isEqualTo(new IntentResult.Refused(refusal()));
        assertThat(steps.history()).hasSize(2);
    }

    @Test
    default void settlesOnce() {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take());
        steps.settled(intent, new Settlement.NotMade());

        assertThat(mirror().settle(intent, new Settlement.Taken(newLockId(), IN_CRM), LATER))
                .isEqualTo(new SettleOutcome.NoLongerHeld());
        assertThat(mirror().settle(intent, new Settlement.Refused(refusal()), LATER))
                .isEqualTo(new SettleOutcome.NoLongerHeld());
        assertThat(steps.lock()).isEmpty();
        assertThat(mirror().await(intent.id(), Duration.ZERO)).contains(new IntentResult.NotMade());
    }

    @Test
    default void refusesASettlementThatTheChangeCannotHave() {
        MirrorSteps steps = steps();
        LockIntent take = steps.claimed(steps.take());
        assertThatThrownBy(() -> mirror().settle(take, new Settlement.Changed(), LATER))
                .isInstanceOf(IllegalArgumentException.class);
        RecordLock lock = lockedBy(steps, take);
        LockIntent release = steps.claimed(new IntendedChange.Release(lock.id()));
        assertThatThrownBy(() -> mirror().settle(release, new Settlement.Taken(newLockId(), IN_CRM), LATER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(mirror().findOpen(steps.key)).contains(release);
    }

    private static RecordLock lockedBy(MirrorSteps steps, LockIntent take) {
        steps.settled(take, new Settlement.Taken(newLockId(), IN_CRM));
        return steps.lock().orElseThrow();
    }
}
