package dev.lockkeeper.adapter.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.job.Duties;
import dev.lockkeeper.domain.job.DutiesContract;
import dev.lockkeeper.domain.job.Duty;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScheduledDutiesTest implements DutiesContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Duties duties() {
        return CONTEXT.createBean(Duties.class);
    }

    @Test
    void givesADutyToOneProcessAtATime() throws Exception {
        CountDownLatch done = new CountDownLatch(4);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        List<Duty> work = List.of(new Duty(DutiesContract.newName(), Duration.ofMillis(1), () -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            done.countDown();
            atOnce.decrementAndGet();
        }));
        try (Duties one = duties();
                Duties other = duties()) {
            one.start(work);
            other.start(work);

            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void runsSoonAgainAfterARestartWithAShorterInterval() throws Exception {
        String name = DutiesContract.newName();
        run(new Duty(name, Duration.ofDays(1), () -> {}), name);

        CountDownLatch again = new CountDownLatch(1);
        try (Duties duties = duties()) {
            duties.start(List.of(new Duty(name, Duration.ofMillis(20), again::countDown)));

            assertThat(again.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void takesOverFromAProcessThatDiedInTheMiddle() throws Exception {
        String name = DutiesContract.newName();
        run(new Duty(name, Duration.ofDays(1), () -> {}), name);
        DATABASE.execute("""
                update scheduled_duties
                set picked = true, picked_by = 'somebody dead', last_heartbeat = now() - interval '1 hour',
                    execution_time = now() - interval '1 hour'
                where task_name = '%s'
                """.formatted(name));

        CountDownLatch again = new CountDownLatch(1);
        try (Duties duties = duties()) {
            duties.start(List.of(new Duty(name, Duration.ofDays(1), again::countDown)));

            assertThat(again.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Does a duty once, and ends in peace. */
    private void run(Duty duty, String name) throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        try (Duties duties = duties()) {
            duties.start(List.of(new Duty(name, duty.every(), () -> {
                duty.work().run();
                ran.countDown();
            })));
            assertThat(ran.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }
}
