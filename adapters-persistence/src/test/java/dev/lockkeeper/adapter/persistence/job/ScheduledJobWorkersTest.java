package dev.lockkeeper.adapter.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.RulesSteps;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.job.Job;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.job.JobWorkers;
import dev.lockkeeper.domain.job.JobWorkersContract;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScheduledJobWorkersTest implements JobWorkersContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public RulesStore store() {
        return new SqlRulesStore(DATABASE, CONTEXT);
    }

    @Override
    public JobWorkers workers() {
        return CONTEXT.createBean(JobWorkers.class);
    }

    @Test
    void givesAModuleToOneProcessAtATime() throws Exception {
        RulesSteps steps = new RulesSteps(store());
        steps.configured(steps.rule("Won", false));
        int jobs = 5;
        for (int i = 0; i < jobs; i++) {
            steps.queued(JobKind.REVIEW_LOCKS);
        }
        CountDownLatch done = new CountDownLatch(jobs);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        BiConsumer<ModuleId, BooleanSupplier> worker = (module, stop) -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Job job = store().jobs().next(module).orElseThrow();
            store().jobs().end(job.id(), JobState.DONE, RulesSteps.NOON);
            atOnce.decrementAndGet();
            done.countDown();
        };
        try (JobWorkers one = workers();
                JobWorkers other = workers()) {
            one.start(worker);
            other.start(worker);

            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(mostAtOnce).hasValue(1);
    }
}
