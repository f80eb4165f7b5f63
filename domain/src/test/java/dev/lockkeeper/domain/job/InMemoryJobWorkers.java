package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** {@link JobWorkers} for a single process. */
public final class InMemoryJobWorkers implements JobWorkers {

    private static final long LOOK_FOR_WORK_EVERY_MILLIS = 10;

    private final Jobs jobs;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<ModuleId> busy = new HashSet<>();
    private volatile boolean stopping;
    private @Nullable Future<?> looking;

    public InMemoryJobWorkers(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public synchronized void start(BiConsumer<ModuleId, BooleanSupplier> worker) {
        looking = clock.scheduleWithFixedDelay(
                () -> jobs.modulesWithWork().forEach(module -> hand(module, worker)),
                0,
                LOOK_FOR_WORK_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private synchronized void hand(ModuleId module, BiConsumer<ModuleId, BooleanSupplier> worker) {
        if (!stopping && busy.add(module)) {
            Future<?> _ = workers.submit(() -> {
                try {
                    worker.accept(module, () -> stopping);
                } finally {
                    returned(module);
                }
            });
        }
    }

    private synchronized void returned(ModuleId module) {
        busy.remove(module);
    }

    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            if (looking != null) {
                looking.cancel(false);
            }
        }
        clock.shutdownNow();
        workers.close();
    }
}
