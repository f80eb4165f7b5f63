package dev.lockkeeper.domain.job;

import static dev.lockkeeper.domain.RulesSteps.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.ModuleId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link JobWorkers} does. */
public interface JobWorkersContract {

    /** How long a test waits for what has to happen at some time. */
    long PATIENCE_SECONDS = 30;

    RulesStore store();

    /** Workers for the jobs of {@link #store}; of two made for one store, each stands for a process of its own. */
    JobWorkers workers();

    private static void queued(RulesSteps steps) {
        if (steps.store.configurations().find(steps.module.id()).isEmpty()) {
            steps.configured(steps.rule("Won", false));
        }
        steps.queued(JobKind.REVIEW_LOCKS);
    }

    private void end(ModuleId module) {
        store().jobs().next(module).ifPresent(job -> store().jobs().end(job.id(), JobState.DONE, NOON));
    }

    @Test
    default void handsAModuleWithWorkToOneWorkerAtATime() throws Exception {
        RulesSteps one = new RulesSteps(store());
        RulesSteps other = new RulesSteps(store());
        List.of(one, one, one, other).forEach(JobWorkersContract::queued);
        CountDownLatch calls = new CountDownLatch(4);
        Map<ModuleId, AtomicInteger> busy = new ConcurrentHashMap<>();
        AtomicInteger mostAtOnce = new AtomicInteger();
        try (JobWorkers workers = workers()) {
            workers.start((module, stop) -> {
                AtomicInteger atOnce = busy.computeIfAbsent(module, key -> new AtomicInteger());
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                end(module);
                atOnce.decrementAndGet();
                calls.countDown();
            });

            assertThat(calls.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(mostAtOnce).hasValue(1);
        assertThat(store().jobs().next(one.module.id())).isEmpty();
        assertThat(store().jobs().next(other.module.id())).isEmpty();
    }

    @Test
    default void callsAWorkerAgainThatFailed() throws Exception {
        RulesSteps steps = new RulesSteps(store());
        queued(steps);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        try (JobWorkers workers = workers()) {
            workers.start((module, stop) -> {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("failing once");
                }
                end(module);
                done.countDown();
            });

            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    default void tellsAWorkerToStopAndWaitsForIt() throws Exception {
        RulesSteps steps = new RulesSteps(store());
        queued(steps);
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (JobWorkers workers = workers()) {
            workers.start((module, stop) -> {
                working.countDown();
                untilTold(stop);
                stopped.countDown();
            });
            assertThat(working.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(stopped.getCount()).isZero();
        end(steps.module.id());
    }

    private static void untilTold(BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
