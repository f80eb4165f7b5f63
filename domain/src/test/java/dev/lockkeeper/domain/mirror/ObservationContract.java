package dev.lockkeeper.domain.mirror;

import static dev.lockkeeper.domain.mirror.MirrorSteps.IN_CRM;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LATER;
import static dev.lockkeeper.domain.mirror.MirrorSteps.OTHER_REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.OTHER_RULE;
import static dev.lockkeeper.domain.mirror.MirrorSteps.REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.RULE;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newCrmUser;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newLockId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.identity.ListedUser;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.identity.Users;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockEvent.Kind;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.Automatic;
import dev.lockkeeper.domain.lock.LockOrigin.Both;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.ObserveOutcome.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MirroredLocks} makes of what is found in the CRM. */
public interface ObservationContract {

    MirroredLocks mirror();

    Locks locks();

    /** The users of the same store. */
    Users users();

    LocksFixture given();

    private MirrorSteps steps() {
        return new MirrorSteps(mirror(), locks(), given());
    }

    private static ObserveOutcome adopted(MirrorSteps steps, Difference difference) {
        return new ObserveOutcome.Adopted(difference, steps.lastEvent().revision());
    }

    @Test
    default void leavesWhatIsTheSame() {
        MirrorSteps steps = steps();
        assertThat(steps.observe(null)).isEqualTo(new ObserveOutcome.Same());
        RecordLock lock = steps.locked();

        assertThat(steps.observe(steps.crmLock(lock.id(), lock.origin()))).isEqualTo(new ObserveOutcome.Same());

        assertThat(steps.lock()).contains(lock);
        assertThat(steps.history()).hasSize(1);
    }

    @Test
    default void adoptsALockWithItsOwnerAsAUser() {
        MirrorSteps steps = steps();
        UserRef owner = newCrmUser();
        CrmLock found = steps.crmLock(newLockId(), new Manual(owner, REASON));

        ObserveOutcome outcome = steps.observe(found);

        RecordLock lock = steps.lock().orElseThrow();
        assertThat(outcome).isEqualTo(new ObserveOutcome.Adopted(Difference.LOCKED, lock.revision()));
        assertThat(lock)
                .isEqualTo(new RecordLock(
                        found.id(), steps.key, found.origin(), steps.configuration, IN_CRM, lock.revision()));
        assertThat(steps.history())
                .containsExactly(new LockEvent(
                        lock.revision(),
                        Kind.LOCKED,
                        steps.key,
                        found.id(),
                        LATER,
                        owner,
                        REASON,
                        LockSource.MANUAL,
                        null,
                        LockEvent.Cause.CRM));
        User user = user(owner.id()).user();
        assertThat(user.ref()).isEqualTo(owner);
        assertThat(user.portal()).isFalse();
        assertThat(user.profile().name()).isEqualTo("Zoho CRM");
        assertThat(user.profile().permissions()).isEmpty();
    }

    private ListedUser user(UserId id) {
        return users().list(new UserId(id.value() - 1), 1).getFirst();
    }

    @Test
    default void adoptsAnotherLockOfAKnownUser() {
        UserRef owner = newCrmUser();
        MirrorSteps first = steps();
        first.found(new Manual(owner, REASON));
        MirrorSteps second = steps();

        second.found(new Manual(new UserRef(owner.id(), "Renamed"), REASON));

        assertThat(second.lock().orElseThrow().isOwnedBy(owner.id())).isTrue();
        assertThat(user(owner.id()).user().ref()).isEqualTo(owner);
    }

    @Test
    default void adoptsALockOfARule() {
        MirrorSteps steps = steps();

        RecordLock lock = steps.found(new Automatic(RULE));

        assertThat(lock.origin()).isEqualTo(new Automatic(RULE));
        assertThat(steps.lastEvent().by()).isNull();
        assertThat(steps.lastEvent().rule()).isEqualTo(RULE);
        assertThat(steps.lastEvent().reason()).isNull();
    }

    @Test
    default void endsALockThatTheCrmDoesNotHave() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();

        assertThat(steps.observe(null)).isEqualTo(adopted(steps, Difference.UNLOCKED));

        assertThat(steps.lock()).isEmpty();
        LockEvent event = steps.lastEvent();
        assertThat(event.revision()).isGreaterThan(lock.revision());
        assertThat(event)
                .isEqualTo(new LockEvent(
                        event.revision(),
                        Kind.UNLOCKED,
                        steps.key,
                        lock.id(),
                        LATER,
                        null,
                        REASON,
                        LockSource.MANUAL,
                        null,
                        LockEvent.Cause.CRM));
    }

    @Test
    default void putsALockInPlaceOfAnother() {
        MirrorSteps steps = steps();
        RecordLock before = steps.locked();
        UserRef owner = newCrmUser();
        CrmLock found = steps.crmLock(newLockId(), new Both(new ManualHold(owner, OTHER_REASON), RULE));

        assertThat(steps.observe(found)).isEqualTo(adopted(steps, Difference.REPLACED));

        RecordLock after = steps.lock().orElseThrow();
        assertThat(after.id()).isEqualTo(found.id());
        assertThat(after.origin()).isEqualTo(found.origin());
        List<LockEvent> history = steps.history();
        assertThat(history).extracting(LockEvent::kind).containsExactly(Kind.LOCKED, Kind.UNLOCKED, Kind.LOCKED);
        assertThat(history).extracting(LockEvent::lock).containsExactly(before.id(), before.id(), after.id());
        assertThat(history.get(2).revision())
                .isEqualTo(history.get(1).revision().next());
        assertThat(history.get(2).by()).isEqualTo(owner);
    }

    @Test
    default void keepsTheOwnerAndTheTimeOfALockThatItKnows() {
        MirrorSteps steps = steps();
        RecordLock lock = steps.locked();
        UserRef service = newCrmUser();
        CrmLock found = new CrmLock(lock.id(), new Manual(service, REASON), steps.configuration, IN_CRM.plusSeconds(9));

        assertThat(steps.observe(found)).isEqualTo(new ObserveOutcome.Same());

        CrmLock changed =
                new CrmLock(lock.id(), new Manual(service, OTHER_REASON), steps.configuration, IN_CRM.plusSeconds(9));
        assertThat(steps.observe(changed)).isEqualTo(adopted(steps, Difference.CHANGED));
        RecordLock after = steps.lock().orElseThrow();
        assertThat(after.origin()).isEqualTo(new Manual(steps.user.ref(), OTHER_REASON));
        assertThat(after.lockedAt()).isEqualTo(IN_CRM);
        LockEvent event = steps.lastEvent();
        assertThat(event.kind()).isEqualTo(Kind.REASON_CHANGED);
        assertThat(event.by()).isNull();
        assertThat(event.cause()).isEqualTo(LockEvent.Cause.CRM);
        assertThat(users().list(new UserId(service.id().value() - 1), 1))
                .extracting(user -> user.user().id())
                .doesNotContain(service.id());
    }

    @Test
    default void followsEveryChangeOfWhoHoldsALock() {
        MirrorSteps steps = steps();
        ManualHold own = new ManualHold(steps.user.ref(), REASON);
        UserRef other = newCrmUser();
        ManualHold theirs = new ManualHold(other, OTHER_REASON);
        RecordLock lock = steps.locked();

        becomes(steps, lock, new Both(theirs, RULE), new Both(new ManualHold(own.owner(), OTHER_REASON), RULE));
        assertThat(steps.history())
                .extracting(LockEvent::kind)
                .containsExactly(Kind.LOCKED, Kind.REASON_CHANGED, Kind.SOURCE_CHANGED);
        assertThat(steps.history().get(1).source()).isEqualTo(LockSource.MANUAL);
        becomes(steps, lock, new Automatic(RULE), new Automatic(RULE));
        becomes(steps, lock, new Automatic(OTHER_RULE), new Automatic(OTHER_RULE));
        assertThat(steps.lastEvent().by()).isNull();
        becomes(steps, lock, new Both(theirs, OTHER_RULE), new Both(theirs, OTHER_RULE));
        assertThat(steps.lastEvent().by()).isEqualTo(other);
        assertThat(user(other.id()).user().ref()).isEqualTo(other);
        becomes(steps, lock, new Manual(theirs), new Manual(theirs));
        assertThat(steps.history().subList(3, 7)).extracting(LockEvent::kind).containsOnly(Kind.SOURCE_CHANGED);
    }

    private static void becomes(MirrorSteps steps, RecordLock lock, LockOrigin found, LockOrigin expected) {
        assertThat(steps.observe(steps.crmLock(lock.id(), found))).isEqualTo(adopted(steps, Difference.CHANGED));
        RecordLock after = steps.lock().orElseThrow();
        assertThat(after)
                .isEqualTo(new RecordLock(
                        lock.id(),
                        lock.key(),
                        expected,
                        lock.configuration(),
                        lock.lockedAt(),
                        steps.lastEvent().revision()));
    }

    @Test
    default void passesOverWhatWasSeenBeforeAChange() {
        MirrorSteps steps = steps();
        Standing before = steps.standing();
        RecordLock lock = steps.locked();
        locks().release(new ManualChange(steps.key, lock.id(), steps.user, LATER));
        Standing unlocked = steps.standing();

        assertThat(steps.observe(before, null)).isEqualTo(new ObserveOutcome.Outdated());
        assertThat(steps.observe(before, steps.crmLock(lock.id(), lock.origin())))
                .isEqualTo(new ObserveOutcome.Outdated());
        assertThat(steps.standing()).isEqualTo(unlocked);
    }

    @Test
    default void passesOverWhatWasSeenWhileAnIntentIsOpen() {
        MirrorSteps steps = steps();
        Standing before = steps.standing();
        LockIntent intent = steps.claimed(steps.take());
        CrmLock found = steps.crmLock(newLockId(), new Automatic(RULE));

        assertThat(steps.observe(before, found)).isEqualTo(new ObserveOutcome.Outdated());
        Standing whileOpen = steps.standing();
        assertThat(steps.observe(whileOpen, found)).isEqualTo(new ObserveOutcome.Outdated());
        steps.settled(intent, new Settlement.NotMade());

        assertThat(steps.observe(before, found)).isEqualTo(new ObserveOutcome.Outdated());
        assertThat(steps.observe(whileOpen, found)).isEqualTo(new ObserveOutcome.Outdated());
        assertThat(steps.history()).isEmpty();
        assertThat(steps.observe(found)).isEqualTo(adopted(steps, Difference.LOCKED));
    }
}
