package dev.lockkeeper.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Duties} does. */
public interface DutiesContract {

    /** How long a test waits for what has to happen at some time. */
    long PATIENCE_SECONDS = 30;

    /** Duties of a process of its own; of two made for one store, each stands for another process. */
    Duties duties();

    /** A name that no other test's duty has. */
    static String newName() {
        return "duty-" + UUID.randomUUID();
    }

    @Test
    default void doesEachDutyAtOnceAndAgain() throws Exception {
        CountDownLatch once = new CountDownLatch(1);
        CountDownLatch often = new CountDownLatch(3);
        try (Duties duties = duties()) {
            duties.start(List.of(
                    new Duty(newName(), Duration.ofHours(1), once::countDown),
                    new Duty(newName(), Duration.ofMillis(10), often::countDown)));

            assertThat(once.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(often.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    default void doesADutyAgainThatFailed() throws Exception {
        CountDownLatch calls = new CountDownLatch(2);
        try (Duties duties = duties()) {
            duties.start(List.of(new Duty(newName(), Duration.ofMillis(10), () -> {
                calls.countDown();
                throw new IllegalStateException("failing on purpose");
            })));

            assertThat(calls.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    default void waitsForWhatIsUnderWayAndThenDoesNoMore() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Duties duties = duties();
        Thread closing = Thread.ofVirtual().unstarted(duties::close);
        duties.start(List.of(new Duty(newName(), Duration.ofMillis(1), () -> {
            working.countDown();
            await(goOn);
            done.incrementAndGet();
        })));
        assertThat(working.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        closing.start();
        goOn.countDown();
        closing.join();

        int atTheEnd = done.get();
        assertThat(atTheEnd).isPositive();
        assertThat(done).hasValue(atTheEnd);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let the duty go on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
