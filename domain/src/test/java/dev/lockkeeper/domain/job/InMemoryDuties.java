package dev.lockkeeper.domain.job;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** {@link Duties} for a single process. */
public final class InMemoryDuties implements Duties {

    private static final System.Logger LOGGER = System.getLogger(InMemoryDuties.class.getName());
    private static final int THREADS = 2;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);

    @Override
    public void start(List<Duty> duties) {
        for (Duty duty : duties) {
            ScheduledFuture<?> _ = clock.scheduleWithFixedDelay(
                    () -> run(duty), 0, duty.every().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void run(Duty duty) {
        try {
            duty.work().run();
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "A duty failed: " + duty.name(), e);
        }
    }

    @Override
    public void close() {
        clock.close();
    }
}
