package dev.lockkeeper.application.crm;

import static dev.lockkeeper.application.crm.CrmFixture.OTHER_REASON;
import static dev.lockkeeper.application.crm.CrmFixture.REASON;
import static dev.lockkeeper.application.crm.CrmFixture.SETTINGS;
import static dev.lockkeeper.application.crm.CrmFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.application.lock.ChangeLockReason;
import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.application.lock.LockRecord;
import dev.lockkeeper.application.lock.ShowLock;
import dev.lockkeeper.application.lock.TargetRefusal;
import dev.lockkeeper.application.lock.UnlockRecord;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.InMemoryCrm;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes between two steps of one change, and answers that the CRM seldom gives. */
class CrmRacesTest {

    private static final UserRef SOMEBODY = new UserRef(new UserId(4711), "Patricia Boyle");

    private final CrmFixture given = new CrmFixture();
    private final CrmFixture.ServiceProcess other = given.process();
    private final RecordAddress deal = given.deal();

    @BeforeEach
    void knowTheModule() {
        other.show(deal);
    }

    /** Once, before the named step. */
    private static Supplier<@Nullable Object> once(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                work.run();
            }
            return null;
        };
    }

    private CrmFixture.ServiceProcess before(String step, Runnable work) {
        return given.process(
                with(Crm.class, given.crm, step, once(work)),
                with(MirroredLocks.class, given.mirroredLocks, step, once(work)));
    }

    private void takenForDead() {
        given.clock.pass(SETTINGS.lease().plusMillis(1));
        other.settleIntents.execute();
    }

    private static CrmRefusal refusal(CrmRefusal.Reason reason) {
        return new CrmRefusal(reason, 403, Map.of("code", "SOMETHING"));
    }

    private CrmFixture.ServiceProcess answering(String call, CrmReply<?> reply) {
        return given.process(with(Crm.class, given.crm, call, () -> reply), given.mirroredLocks);
    }

    @Test
    void aProcessThatIsTooSlowToSettleTellsWhatTheOtherOneFoundOut() {
        assertThat(before("settle", this::takenForDead).lock(deal)).isInstanceOf(LockRecord.Locked.class);
        assertThat(given.agrees(deal)).isTrue();
        assertThat(given.history(deal)).hasSize(1);
    }

    @Test
    void aProcessThatIsTooSlowToAskDoesNotKnowAndHasTheRecordLookedAt() {
        assertThat(before("lock", this::takenForDead).lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());

        other.refreshStaleRecords.execute();

        assertThat(given.agrees(deal)).isTrue();
        assertThat(given.lockHere(deal)).isNotNull();
    }

    private static @Nullable Object storeIsAway() {
        throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IOException("away"));
    }

    private static void assertOutcomeIsOpen(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreUnavailable.class, e -> assertThat(e.step()).isEqualTo(StoreUnavailable.Step.UNKNOWN));
    }

    @Test
    void aStoreThatGoesAwayAfterTheCallLeavesTheOutcomeOpen() {
        CrmFixture.ServiceProcess service = given.process(
                given.crm, with(MirroredLocks.class, given.mirroredLocks, "settle", CrmRacesTest::storeIsAway));

        assertOutcomeIsOpen(() -> service.lock(deal));
        takenForDead();
        assertThat(given.agrees(deal)).isTrue();
        assertThat(Objects.requireNonNull(given.lockHere(deal)).isOwnedBy(given.owner.id()))
                .isTrue();
    }

    @Test
    void aStoreThatGoesAwayWithTheCrmLeavesTheOutcomeOpenToo() {
        given.crm.next(Trouble.LOST_AFTER);
        CrmFixture.ServiceProcess blind =
                given.process(with(Crm.class, given.crm, "findLock", CrmRacesTest::storeIsAway), given.mirroredLocks);
        assertOutcomeIsOpen(() -> blind.lock(deal));

        CrmFixture.ServiceProcess forgetful = given.process(
                given.crm, with(MirroredLocks.class, given.mirroredLocks, "await", CrmRacesTest::storeIsAway));
        assertOutcomeIsOpen(() -> forgetful.lock(deal));
        RecordAddress second = given.deal();
        given.crm.next(Trouble.LOST_BEFORE);
        CrmFixture.ServiceProcess stuck = given.process(
                given.crm, with(MirroredLocks.class, given.mirroredLocks, "postpone", CrmRacesTest::storeIsAway));
        assertOutcomeIsOpen(() -> stuck.lock(second));
        takenForDead();
        assertThat(given.agrees(deal) && given.agrees(second)).isTrue();
    }

    @Test
    void anIntentThatTheCrmKeepsSilentAboutIsAskedForMoreAndMoreSeldom() {
        CrmFixture.ServiceProcess blind =
                answering("findLock", new CrmReply.Refused<>(refusal(CrmRefusal.Reason.NOT_PERMITTED)));
        given.crm.next(Trouble.LOST_BEFORE);
        blind.lock(deal);

        int asked = 0;
        for (int second = 0; second < 3600; second++) {
            given.clock.pass(Duration.ofSeconds(1));
            asked += blind.settleIntents.execute().open();
        }

        assertThat(asked).isBetween(25, 40);
    }

    @Test
    void aReaderDoesNotAskAgainForAConfigurationThatIsNotTold() {
        AtomicInteger asked = new AtomicInteger();
        CrmReply<?> refused = new CrmReply.Refused<>(refusal(CrmRefusal.Reason.NOT_PERMITTED));
        CrmFixture.ServiceProcess service = given.process(
                with(Crm.class, given.crm, "findConfiguration", () -> {
                    asked.incrementAndGet();
                    return refused;
                }),
                given.mirroredLocks);
        RecordAddress lead = new RecordAddress("Leads", deal.record());

        for (int i = 0; i < 100; i++) {
            assertThat(service.show(lead)).isEqualTo(TargetRefusal.NOT_KNOWN);
        }
        assertThat(asked).hasValue(1);
        given.clock.pass(Duration.ofSeconds(61));
        service.show(lead);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoNeedsAConfigurationWaitsForWhoIsAskingForIt() throws Exception {
        given.crm.configure("Leads", LockType.MANUAL);
        RecordAddress lead = given.crm.addRecord("Leads");
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch waiting = new CountDownLatch(1);
        CrmFixture.ServiceProcess service = given.process(
                with(Crm.class, given.crm, "findConfiguration", () -> {
                    asked.incrementAndGet();
                    try {
                        waiting.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return null;
                }),
                given.mirroredLocks);

        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ShowLock.Outcome>> shown = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                shown.add(readers.submit(() -> service.show(lead)));
            }
            waiting.countDown();
            for (Future<ShowLock.Outcome> one : shown) {
                assertThat(one.get()).isInstanceOf(ShowLock.NotLocked.class);
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aLockWhoseOwnerCannotBeToldIsNobodysYet() {
        given.crm.lockByHand(deal, SOMEBODY, REASON);
        CrmFixture.ServiceProcess service = answering("currentUser", new CrmReply.Unavailable<>(Duration.ofSeconds(1)));
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(service.lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());
        takenForDead();
        assertThat(Objects.requireNonNull(given.lockHere(deal)).isOwnedBy(SOMEBODY.id()))
                .isTrue();
    }

    @Test
    void whoWaitsForTheSameChangeGetsItsAnswerAndWhoWaitsForAnotherItsTurn() {
        given.crm.next(Trouble.LOST_BEFORE);
        assertThat(other.lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());
        given.crm.lockByHand(deal, InMemoryCrm.SERVICE, REASON);

        LockRecord.Outcome joined = before("await", this::takenForDead).lock(deal);

        assertThat(joined).isInstanceOf(LockRecord.Locked.class);
        LockId lock = ((LockRecord.Locked) joined).lock().id();
        given.crm.next(Trouble.LOST_BEFORE);
        other.unlock(deal, lock);
        assertThat(before("await", this::takenForDead).change(deal, lock, OTHER_REASON))
                .isInstanceOf(ChangeLockReason.Changed.class);
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void whoWaitsForAChangeThatNobodyMadeMakesIt() {
        given.crm.next(Trouble.LOST_BEFORE);
        other.lock(deal);

        assertThat(before("await", this::takenForDead).lock(deal)).isInstanceOf(LockRecord.Locked.class);
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void aReaderThatWaitedSeesTheLock() {
        given.crm.next(Trouble.LOST_BEFORE);
        other.lock(deal);
        given.crm.lockByHand(deal, InMemoryCrm.SERVICE, REASON);

        assertThat(before("await", this::takenForDead).show(deal)).isInstanceOf(ShowLock.Shown.class);
    }

    @Test
    void waitingTimeDoesNotGoBelowNothing() {
        given.crm.next(Trouble.LOST_BEFORE);
        other.lock(deal);

        CrmFixture.ServiceProcess late = before("claim", () -> given.clock.pass(Duration.ofMinutes(1)));
        assertThat(late.lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());
    }

    @Test
    void anObservationIsOutdatedByAChangeThatCameBetween() {
        given.crm.lockByHand(deal, SOMEBODY, REASON);
        CrmFixture.ServiceProcess slow = before("observe", () -> {
            given.crm.unlockByHand(deal);
            other.lock(deal);
        });

        assertThat(refresh(slow)).isInstanceOf(RefreshRecord.Refreshed.class);
        assertThat(given.agrees(deal)).isTrue();
        assertThat(Objects.requireNonNull(given.lockHere(deal)).isOwnedBy(given.owner.id()))
                .isTrue();
    }

    @Test
    void aRefreshWaitsForTheChangeThatIsOnItsWay() {
        given.crm.next(Trouble.LOST_BEFORE);
        other.lock(deal);

        assertThat(refresh(before("await", this::takenForDead))).isInstanceOf(RefreshRecord.Refreshed.class);
    }

    private RefreshRecord.Outcome refresh(CrmFixture.ServiceProcess service) {
        return service.refreshRecord.execute(
                new RefreshRecord.Command("Deals", deal.record().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_PERMITTED", "UNDOCUMENTED", "INVALID_BODY", "NOT_SUPPORTED"})
    void passesOnWhateverTheCrmRefuses(String reason) {
        CrmReply<?> refused = new CrmReply.Refused<>(refusal(CrmRefusal.Reason.valueOf(reason)));

        assertThat(answering("lock", refused).lock(deal)).isInstanceOf(ElsewhereOutcome.RefusedThere.class);

        RecordLock lock = ((LockRecord.Locked) other.lock(deal)).lock();
        assertThat(answering("unlock", refused).unlock(deal, lock.id()))
                .isInstanceOf(ElsewhereOutcome.RefusedThere.class);
        assertThat(answering("changeReason", refused).change(deal, lock.id(), OTHER_REASON))
                .isInstanceOf(ElsewhereOutcome.RefusedThere.class);
        assertThat(given.isOpen(deal)).isFalse();
        assertThat(given.agrees(deal)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_PERMITTED", "UNKNOWN_CALL", "UNDOCUMENTED"})
    void knowsNothingWhereTheCrmDoesNotSay(String reason) {
        CrmReply<?> refused = new CrmReply.Refused<>(refusal(CrmRefusal.Reason.valueOf(reason)));
        CrmFixture.ServiceProcess blind = answering("findLock", refused);

        assertThat(refresh(blind)).isEqualTo(new RefreshRecord.NotKnown());
        given.crm.next(Trouble.LOST_BEFORE);
        assertThat(blind.lock(deal)).isEqualTo(new ElsewhereOutcome.Pending());
        given.clock.pass(SETTINGS.grace().plusMillis(1));
        assertThat(blind.settleIntents.execute()).isEqualTo(new SettleIntents.Tally(0, 1));
        assertThat(refresh(answering("findLock", new CrmReply.Unknown<>()))).isEqualTo(new RefreshRecord.Changing());
    }

    @Test
    void whatTheCrmRefusesToListIsNotSwept() {
        assertThat(answering("lockedRecords", new CrmReply.Refused<>(refusal(CrmRefusal.Reason.UNKNOWN_CALL)))
                        .sweepLocks
                        .execute())
                .isEqualTo(new SweepLocks.Tally(0, 1));
        assertThat(answering("lockedRecords", new CrmReply.Unknown<>())
                        .sweepLocks
                        .execute())
                .isEqualTo(new SweepLocks.Tally(0, 1));
    }

    @Test
    void whoCannotBeToldApartIsTakenForThisService() {
        CrmReply<?> refused = new CrmReply.Refused<>(refusal(CrmRefusal.Reason.UNKNOWN_CALL));
        CrmFixture.ServiceProcess service = answering("currentUser", refused);
        given.crm.next(Trouble.LOST_AFTER);

        assertThat(service.lock(deal)).isInstanceOf(LockRecord.Locked.class);
        assertThat(Objects.requireNonNull(given.lockHere(deal)).isOwnedBy(given.owner.id()))
                .isTrue();
    }

    @Test
    void aLockFromBeforeTheRequestIsNotItsOwn() {
        given.crm.lockByHand(deal, InMemoryCrm.SERVICE, REASON);
        given.clock.pass(Duration.ofMinutes(10));
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(other.lock(deal)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(Objects.requireNonNull(given.lockHere(deal)).isOwnedBy(given.owner.id()))
                .isFalse();
    }

    @Test
    void aLockThatARuleTookIsNotItsOwnEither() {
        given.crm.lockByRule(deal, new RuleId(99));
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(other.lock(deal)).isEqualTo(new LockRecord.AlreadyLocked());
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void anUnansweredUnlockOfALockThatWasReplacedIsMade() {
        LockId lock = ((LockRecord.Locked) other.lock(deal)).lock().id();
        given.crm.unlockByHand(deal);
        given.crm.lockByHand(deal, SOMEBODY, REASON);
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(other.unlock(deal, lock)).isInstanceOf(UnlockRecord.Unlocked.class);
        other.sweepLocks.execute();
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void anUnansweredChangeOfALockThatWasReplacedIsNot() {
        LockId lock = ((LockRecord.Locked) other.lock(deal)).lock().id();
        given.crm.unlockByHand(deal);
        given.crm.lockByHand(deal, SOMEBODY, REASON);
        given.crm.next(Trouble.LOST_BEFORE);

        assertThat(other.change(deal, lock, OTHER_REASON)).isEqualTo(new ChangeLockReason.NoSuchLock());
        assertThat(given.agrees(deal)).isTrue();
    }

    @Test
    void settingsAreNotNegative() {
        Duration second = Duration.ofSeconds(1);
        Duration negative = second.negated();
        assertThatThrownBy(() -> new CrmSettings(negative, second, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CrmSettings(Duration.ZERO, second, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CrmSettings(second, negative, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CrmSettings(second, second, negative, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CrmSettings(second, second, second, negative))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
