package dev.lockkeeper.adapter.persistence.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.Caller;
import dev.lockkeeper.adapter.persistence.database.CommittedLocks;
import dev.lockkeeper.adapter.persistence.database.Follower;
import dev.lockkeeper.adapter.persistence.database.HeldCounter;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.AcquireOutcome.AlreadyHeld;
import dev.lockkeeper.domain.lock.ChangeOutcome;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes whose callers, store or process go away before they are answered. */
class InterruptedCommitsTest {

    private static final CommitterSteps STEPS = new CommitterSteps();

    @AfterAll
    static void close() {
        STEPS.close();
    }

    @AfterEach
    void revisionsHaveNoGaps() {
        assertThat(STEPS.hasRevisionsWithoutGaps()).isTrue();
    }

    private static void assertStep(Throwable failure, Step step) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StoreUnavailable.class, away -> assertThat(away.step()).isEqualTo(step));
    }

    /** Whoever comes next, and so after all that was in the queue. */
    private static void assertNothingIsLeft() {
        assertThat(STEPS.committer.settle(STEPS.acquire(STEPS.record()))).isInstanceOf(Acquired.class);
    }

    private static long locksOf(RecordKey key) {
        return STEPS.count("lock_event where record_id = " + key.record());
    }

    @Test
    void neverMakesAChangeWhoseCallerWasToldThatItIsNotMade() throws Exception {
        LockCommitter impatient = STEPS.committer(Duration.ofMillis(300));
        RecordKey key = STEPS.record();
        Caller<AcquireOutcome> taken;
        try (HeldCounter counter = new HeldCounter(STEPS.database)) {
            taken = Caller.start(() -> impatient.settle(STEPS.acquire(STEPS.record())));
            counter.awaitWaiting(1);
            Caller<AcquireOutcome> late = Caller.start(() -> impatient.settle(STEPS.acquire(key)));

            assertStep(late.failure(), Step.NOT_TAKEN);
        }
        assertThat(taken.answer()).isInstanceOf(Acquired.class);
        assertThat(impatient.settle(STEPS.acquire(STEPS.record()))).isInstanceOf(Acquired.class);
        assertThat(locksOf(key)).isZero();
        impatient.close();
    }

    @Test
    void tellsAnInterruptedCallerWhetherItsChangeMayBeMade() throws Exception {
        RecordKey first = STEPS.record();
        RecordKey second = STEPS.record();
        try (HeldCounter counter = new HeldCounter(STEPS.database)) {
            Caller<AcquireOutcome> taken = STEPS.queued(STEPS.acquire(first));
            counter.awaitWaiting(1);
            Caller<AcquireOutcome> queued = STEPS.queued(STEPS.acquire(second));
            taken.thread().interrupt();
            queued.thread().interrupt();

            assertStep(taken.failure(), Step.UNKNOWN);
            assertStep(queued.failure(), Step.NOT_TAKEN);
        }
        assertNothingIsLeft();
        assertThat(locksOf(first)).isOne();
        assertThat(locksOf(second)).isZero();
    }

    @Test
    void saysOfAWholeBatchThatItMayHaveBeenMadeWhenTheConnectionBreaks() throws Exception {
        CountingFollower follower = new CountingFollower();
        Follower before = STEPS.store().follower();
        STEPS.store().followedBy(follower);
        long events = STEPS.count("lock_event");
        RecordKey contested = STEPS.record();
        List<Caller<AcquireOutcome>> callers = new ArrayList<>();
        try (HeldCounter counter = new HeldCounter(STEPS.database)) {
            Caller<AcquireOutcome> first = STEPS.taken(counter);
            callers.add(STEPS.queued(STEPS.acquire(contested)));
            for (int i = 0; i < 20; i++) {
                callers.add(STEPS.queued(STEPS.acquire(STEPS.record())));
            }
            Caller<AcquireOutcome> same = STEPS.queued(STEPS.acquire(contested));

            breakConnectionThatWaits();
            assertStep(first.failure(), Step.UNKNOWN);
            assertThat(follower.owed).hasValue(1);
            counter.awaitWaiting(1);
            breakConnectionThatWaits();
            for (Caller<AcquireOutcome> caller : callers) {
                assertStep(caller.failure(), Step.UNKNOWN);
            }
            assertThat(follower.owed).hasValue(2);
            counter.awaitWaiting(1);
            assertThat(same.task())
                    .as("it was put off, and nothing of it was sent")
                    .isNotDone();
            callers.add(same);
        }
        assertThat(callers.getLast().answer()).isInstanceOf(Acquired.class);
        assertNothingIsLeft();
        assertThat(STEPS.count("lock_event")).as("those two, and nothing again").isEqualTo(events + 2);
        STEPS.store().followedBy(before);
    }

    private static void breakConnectionThatWaits() {
        assertThat(STEPS.database.number("select count(pg_terminate_backend(pid)) from pg_stat_activity "
                        + "where datname = current_database() and wait_event_type = 'Lock'"))
                .isOne();
    }

    @Test
    void saysOfACancelledBatchThatItIsNotMade() throws Exception {
        long events = STEPS.count("lock_event");
        try (HeldCounter counter = new HeldCounter(STEPS.database)) {
            Caller<AcquireOutcome> taken = STEPS.taken(counter);
            STEPS.database.number("select count(pg_cancel_backend(pid)) from pg_stat_activity "
                    + "where datname = current_database() and wait_event_type = 'Lock'");

            assertStep(taken.failure(), Step.NOT_TAKEN);
        }
        assertNothingIsLeft();
        assertThat(STEPS.count("lock_event")).isEqualTo(events + 1);
    }

    @Test
    void makesWhatWasAskedForBeforeItCloses() throws Exception {
        LockCommitter closing = STEPS.committer(Duration.ofSeconds(30));
        RecordKey key = STEPS.record();
        List<Caller<AcquireOutcome>> callers = new ArrayList<>();
        try (HeldCounter counter = new HeldCounter(STEPS.database)) {
            callers.add(Caller.queued(() -> closing.settle(STEPS.acquire(STEPS.record()))));
            counter.awaitWaiting(1);
            callers.add(Caller.queued(() -> closing.settle(STEPS.acquire(key))));
            callers.add(Caller.queued(() -> closing.settle(STEPS.acquire(key))));
            callers.add(Caller.queued(() -> {
                closing.close();
                return new AlreadyHeld();
            }));

            assertStep(
                    Caller.start(() -> closing.settle(STEPS.acquire(STEPS.record())))
                            .failure(),
                    Step.NOT_TAKEN);
        }
        assertThat(callers.get(0).answer()).isInstanceOf(Acquired.class);
        assertThat(callers.get(1).answer()).isInstanceOf(Acquired.class);
        assertThat(callers.get(2).answer()).isEqualTo(new AlreadyHeld());
    }

    @Test
    void neverRepeatsWhatWasCommittedWhateverFailsAfterIt() throws Exception {
        List<LockChange.Alter> changes =
                List.of(STEPS.changeReason(STEPS.locked(), "another"), STEPS.changeReason(STEPS.locked(), "another"));
        long events = STEPS.count("lock_event");
        CountingFollower follower = new CountingFollower();
        Follower before = STEPS.store().follower();
        follower.takesNothing = true;
        STEPS.store().followedBy(follower);
        try {
            for (Caller<? extends ChangeOutcome> caller : STEPS.inOneBatch(changes)) {
                assertThat(caller.failure()).hasRootCauseMessage("planted");
            }
        } finally {
            STEPS.store().followedBy(before);
        }
        assertThat(STEPS.count("lock_event")).as("the first, and those two").isEqualTo(events + 3);
    }

    private static final class CountingFollower implements Follower {

        private final AtomicInteger owed = new AtomicInteger();
        private volatile boolean takesNothing;

        @Override
        public boolean take(CommittedLocks locks) {
            if (takesNothing) {
                throw new IllegalStateException("planted");
            }
            return true;
        }

        @Override
        public void await() {
            throw new AssertionError("It has taken over what was committed");
        }

        @Override
        public void awaitEverywhere() {
            throw new AssertionError("Nothing was revoked");
        }

        @Override
        public void owe() {
            owed.incrementAndGet();
        }

        @Override
        public Optional<State> identities() {
            return Optional.empty();
        }

        @Override
        public Optional<State> configurations() {
            return Optional.empty();
        }

        @Override
        public boolean hasLostTheStore() {
            return false;
        }
    }
}
