package dev.lockkeeper.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.persistence.database.Batcher.Limits;
import dev.lockkeeper.domain.store.StoreUnavailable;
import dev.lockkeeper.domain.store.StoreUnavailable.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of whoever asks a {@link Batcher}; its work is held up by the tests. */
class BatcherTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final Semaphore mayWork = new Semaphore(0);
    private final Queue<List<Integer>> begun = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private @Nullable Batcher<Question> batcher;

    private static final class Question extends Asked<Integer> {

        private final int value;

        Question(int value) {
            this.value = value;
        }
    }

    private final BatchObserver observer = new BatchObserver() {

        @Override
        public void waited(Duration time) {
            assertThat(time).isPositive();
        }

        @Override
        public void done(int size, Duration time) {
            done.addAndGet(size);
        }

        @Override
        public void refused() {
            refused.incrementAndGet();
        }
    };

    private Batcher<Question> batcher(int callers, int batch, Duration longestWait) {
        batcher = Batcher.start("test", new Limits(callers, batch, longestWait), observer, this::work);
        return batcher;
    }

    /** Answers each with its own value; those above 100 next time, and those below 0 not at all. */
    private List<Question> work(List<Question> batch) {
        begun.add(batch.stream().map(question -> question.value).toList());
        mayWork.acquireUninterruptibly();
        List<Question> putOff = new ArrayList<>();
        for (Question question : batch) {
            if (question.value < 0) {
                throw new IllegalArgumentException("negative");
            } else if (question.value > 100 && begun.size() == 1) {
                putOff.add(question);
            } else {
                question.answer(question.value);
            }
        }
        return putOff;
    }

    @AfterEach
    void end() {
        mayWork.release(1000);
        if (batcher != null) {
            batcher.close();
        }
    }

    private static Caller<Integer> queued(Batcher<Question> at, int value) {
        return Caller.queued(() -> at.ask(new Question(value)).given());
    }

    private static Caller<Integer> started(Batcher<Question> at, int value) {
        return Caller.start(() -> at.ask(new Question(value)).given());
    }

    /** One whose batch is being worked on. */
    private Caller<Integer> taken(Batcher<Question> at, int value) {
        int before = begun.size();
        Caller<Integer> caller = started(at, value);
        Awaitility.await().atMost(LONG).until(() -> begun.size() > before);
        return caller;
    }

    private static void assertStep(Throwable failure, Step step) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StoreUnavailable.class, away -> assertThat(away.step()).isEqualTo(step));
    }

    @Test
    void takesTogetherWhatIsAskedMeanwhileInTheOrderInWhichItIsAsked() throws Exception {
        Batcher<Question> at = batcher(100, 4, LONG);
        List<Caller<Integer>> callers = new ArrayList<>(List.of(taken(at, 1)));
        IntStream.rangeClosed(2, 7).forEach(value -> callers.add(queued(at, value)));
        mayWork.release(3);

        for (int i = 0; i < callers.size(); i++) {
            assertThat(callers.get(i).answer()).isEqualTo(i + 1);
        }
        assertThat(begun).containsExactly(List.of(1), List.of(2, 3, 4, 5), List.of(6, 7));
    }

    @Test
    void takesWhatWasPutOffFirst() throws Exception {
        Batcher<Question> at = batcher(100, 4, LONG);
        Caller<Integer> putOff = taken(at, 101);
        Caller<Integer> other = queued(at, 2);
        mayWork.release(2);

        assertThat(putOff.answer()).isEqualTo(101);
        assertThat(other.answer()).isEqualTo(2);
        assertThat(begun).containsExactly(List.of(101), List.of(101, 2));
    }

    @Test
    void refusesAtOnceWhoeverComesWhenTooManyAreInside() throws Exception {
        Batcher<Question> at = batcher(3, 10, LONG);
        List<Caller<Integer>> inside = List.of(taken(at, 1), queued(at, 2), queued(at, 3));

        for (int attempt = 1; attempt <= 5; attempt++) {
            assertStep(Caller.start(() -> at.ask(new Question(9))).failure(), Step.NOT_TAKEN);
            assertThat(refused).hasValue(attempt);
        }

        mayWork.release(2);
        for (Caller<Integer> caller : inside) {
            assertThat(caller.answer()).isLessThan(9);
        }
        Awaitility.await()
                .atMost(LONG)
                .untilAtomic(done, count -> assertThat(count).isEqualTo(3));
        mayWork.release();
        assertThat(started(at, 4).answer()).isEqualTo(4);
        assertThat(begun.stream().flatMap(List::stream)).doesNotContain(9);
    }

    @Test
    void doesNothingForWhoeverHasStoppedToWait() throws Exception {
        Batcher<Question> at = batcher(3, 10, A_MOMENT);
        Caller<Integer> taken = taken(at, 1);
        Caller<Integer> late = started(at, 2);
        assertStep(late.failure(), Step.NOT_TAKEN);
        assertThat(taken.task()).as("whoever is taken waits until it is done").isNotDone();

        mayWork.release(2);
        assertThat(taken.answer()).isEqualTo(1);
        assertThat(at.ask(new Question(3)).given()).isEqualTo(3);
        assertThat(begun).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void tellsAnInterruptedCallerWhetherItsChangeMayHappen() throws Exception {
        Batcher<Question> at = batcher(10, 10, LONG);
        Caller<Boolean> taken = interruptible(at, 1, Step.UNKNOWN);
        Awaitility.await().atMost(LONG).until(() -> !begun.isEmpty());
        Caller<Boolean> queued = interruptible(at, 2, Step.NOT_TAKEN);
        taken.thread().interrupt();
        queued.thread().interrupt();

        assertThat(taken.answer()).as("is interrupted").isTrue();
        assertThat(queued.answer()).as("is interrupted").isTrue();
        mayWork.release(2);
        assertThat(started(at, 3).answer()).isEqualTo(3);
        assertThat(begun).containsExactly(List.of(1), List.of(3));
    }

    /** One that tells whether it is still interrupted when it has been refused. */
    private static Caller<Boolean> interruptible(Batcher<Question> at, int value, Step step) {
        return Caller.queued(() -> {
            assertThatThrownBy(() -> at.ask(new Question(value))).satisfies(failure -> assertStep(failure, step));
            return Thread.interrupted();
        });
    }

    @Test
    void failsWhoeverIsInABatchThatFailsAndGoesOn() throws Exception {
        Batcher<Question> at = batcher(3, 10, LONG);
        mayWork.release(3);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(Caller.start(() -> at.ask(new Question(-1))).failure())
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("negative");
        }
        mayWork.release();
        assertThat(started(at, 4).answer()).isEqualTo(4);
    }

    @Test
    void answersWhoeverIsInsideWhenItCloses() throws Exception {
        Batcher<Question> at = batcher(10, 10, LONG);
        Caller<Integer> putOff = taken(at, 101);
        Caller<Integer> queued = queued(at, 2);
        Caller<Boolean> closing = Caller.queued(() -> {
            at.close();
            return true;
        });

        assertThatThrownBy(() -> at.ask(new Question(3))).satisfies(failure -> assertStep(failure, Step.NOT_TAKEN));
        mayWork.release(2);
        assertThat(closing.answer()).as("waits for them").isTrue();
        assertThat(putOff.answer()).isEqualTo(101);
        assertThat(queued.answer()).isEqualTo(2);
    }
}
