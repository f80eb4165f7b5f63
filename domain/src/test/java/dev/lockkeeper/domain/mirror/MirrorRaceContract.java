package dev.lockkeeper.domain.mirror;

import static dev.lockkeeper.domain.mirror.MirrorSteps.IN_CRM;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LATER;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LONG;
import static dev.lockkeeper.domain.mirror.MirrorSteps.REASON;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newCrmUser;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newLockId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.identity.Together;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.Manual;
import dev.lockkeeper.domain.lock.LockStory;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import dev.lockkeeper.domain.lock.RecordLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MirroredLocks} does with many callers at once. Seeded: {@link TestSeed}. */
public interface MirrorRaceContract {

    int CALLERS = 8;

    MirroredLocks mirror();

    Locks locks();

    LocksFixture given();

    private MirrorSteps steps() {
        return new MirrorSteps(mirror(), locks(), given());
    }

    @Test
    default void letsOneOfManyUsersClaim() {
        List<User> users =
                IntStream.range(0, CALLERS).mapToObj(i -> given().user()).toList();
        for (int round = 0; round < 10; round++) {
            MirrorSteps steps = steps();

            List<ClaimOutcome> outcomes = Together.run(CALLERS, i -> steps.claim(steps.take(), users.get(i)));

            LockIntent open = mirror().findOpen(steps.key).orElseThrow();
            assertThat(outcomes).containsOnlyOnce(new ClaimOutcome.Claimed(open));
            assertThat(outcomes)
                    .filteredOn(new ClaimOutcome.Busy(open.id(), open.change())::equals)
                    .hasSize(CALLERS - 1);
        }
    }

    @Test
    default void letsOneUserClaimOnceHoweverOften() {
        MirrorSteps steps = steps();

        List<ClaimOutcome> outcomes = Together.run(CALLERS, _ -> steps.claim(steps.take(), steps.user));

        LockIntent open = mirror().findOpen(steps.key).orElseThrow();
        assertThat(outcomes).containsOnlyOnce(new ClaimOutcome.Claimed(open));
        assertThat(outcomes)
                .filteredOn(new ClaimOutcome.Joined(open.id())::equals)
                .hasSize(CALLERS - 1);
    }

    @Test
    default void letsOneSettleWhatManyTakeOver() {
        for (int round = 0; round < 5; round++) {
            MirrorSteps steps = steps();
            steps.claimed(steps.take(), Duration.ZERO);

            List<LockIntent> taken = Together.run(CALLERS, _ -> mirror().takeOver(1000, LONG)).stream()
                    .flatMap(List::stream)
                    .filter(intent -> intent.key().equals(steps.key))
                    .toList();

            LockIntent held = taken.isEmpty() ? steps.takenOver(LONG) : taken.getFirst();
            assertThat(taken.size()).isLessThan(2);
            List<SettleOutcome> outcomes =
                    Together.run(CALLERS, _ -> mirror().settle(held, new Settlement.Taken(newLockId(), IN_CRM), LATER));
            assertThat(outcomes)
                    .filteredOn(SettleOutcome.Settled.class::isInstance)
                    .hasSize(1);
            assertThat(LockStory.of(locks(), steps.key)).hasSize(1);
        }
    }

    @Test
    default void makesTheOwnerOfManyLocksAUserOnce() {
        UserRef owner = newCrmUser();
        List<MirrorSteps> records =
                IntStream.range(0, CALLERS).mapToObj(i -> steps()).toList();

        Together.run(CALLERS, i -> records.get(i).found(new Manual(owner, REASON)));

        assertThat(records)
                .allSatisfy(
                        steps -> assertThat(steps.lock().orElseThrow().origin()).isEqualTo(new Manual(owner, REASON)));
    }

    /**
     * One thread changes a record's lock in a CRM of its own, through intents; others look at that CRM all the time. No
     * look that is older than a change may undo it, and in the end both sides agree.
     */
    @Test
    default void neverLetsAnOldObservationUndoAChange() {
        MirrorSteps steps = steps();
        AtomicReference<@Nullable RecordLock> inCrm = new AtomicReference<>();
        AtomicReference<Boolean> over = new AtomicReference<>(false);
        Random random = new Random(TestSeed.random(getClass()).nextLong());

        Together.run(4, i -> {
            if (i > 0) {
                while (!over.get()) {
                    look(steps, inCrm);
                }
                return true;
            }
            try {
                for (int change = 0; change < 40; change++) {
                    change(steps, inCrm, random);
                }
            } finally {
                over.set(true);
            }
            return true;
        });

        LockStory.of(locks(), steps.key);
    }

    private static void look(MirrorSteps steps, AtomicReference<@Nullable RecordLock> inCrm) {
        Standing before = steps.standing();
        RecordLock there = inCrm.get();
        steps.observe(before, there == null ? null : steps.crmLock(there.id(), there.origin()));
    }

    /** Claims, has the CRM do it or not, settles, and finds what it did. */
    private static void change(MirrorSteps steps, AtomicReference<@Nullable RecordLock> inCrm, Random random) {
        Optional<RecordLock> lock = steps.lock();
        IntendedChange wanted = lock.<IntendedChange>map(held -> new IntendedChange.Release(held.id()))
                .orElseGet(steps::take);
        LockIntent intent = steps.claimed(wanted);
        if (random.nextInt(4) == 0) {
            steps.settled(intent, new Settlement.NotMade());
            assertThat(steps.lock()).isEqualTo(lock);
        } else if (lock.isPresent()) {
            inCrm.set(null);
            steps.settled(intent, new Settlement.Changed());
            assertThat(steps.lock()).isEmpty();
        } else {
            RecordLock made = new RecordLock(
                    newLockId(),
                    steps.key,
                    new Manual(steps.user.ref(), REASON),
                    steps.configuration,
                    IN_CRM,
                    steps.standing().latest());
            inCrm.set(made);
            steps.settled(intent, new Settlement.Taken(made.id(), IN_CRM));
            assertThat(steps.lock().orElseThrow().id()).isEqualTo(made.id());
        }
    }
}
