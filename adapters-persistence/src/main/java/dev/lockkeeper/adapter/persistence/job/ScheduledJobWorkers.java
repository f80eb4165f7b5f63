package dev.lockkeeper.adapter.persistence.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.job.JobWorkers;
import dev.lockkeeper.domain.job.Jobs;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@link JobWorkers} by db-scheduler: a task for each module with work, of which the scheduler's table allows one at a
 * time, and a recurring one that looks for such modules. A process that has given no sign of life for {@value
 * #MISSED_HEARTBEATS} heartbeats is taken for dead, and its tasks are given to another.
 */
@Singleton
final class ScheduledJobWorkers implements JobWorkers {

    /** The fewest that db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration LOOK_FOR_WORK_EVERY = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(2);

    /** Modules whose jobs one process works off at a time, and one more that looks for work. */
    private static final int THREADS = 3;

    private final Jobs jobs;
    private final DataSource dataSource;
    private final Duration heartbeat;
    private @Nullable Scheduler scheduler;

    /** @param heartbeat how often a working process says that it is alive */
    ScheduledJobWorkers(
            Jobs jobs, DataSource dataSource, @Value("${lockkeeper.jobs.heartbeat:2s}") Duration heartbeat) {
        this.jobs = jobs;
        // Micronaut Data's own data source hands out connections inside its transactions only.
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.heartbeat = heartbeat;
    }

    @Override
    public synchronized void start(BiConsumer<ModuleId, BooleanSupplier> worker) {
        OneTimeTask<Void> jobsOfModule = Tasks.oneTime("jobs-of-module")
                .onFailure(new FailureHandler.OnFailureRetryLater<Void>(RETRY_AFTER))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        worker.accept(new ModuleId(Long.parseLong(instance.getId())), stopping(context)));
        RecurringTask<Void> lookForWork = Tasks.recurring("look-for-work", FixedDelay.of(LOOK_FOR_WORK_EVERY))
                .execute((instance, context) -> jobs.modulesWithWork()
                        .forEach(module -> context.getSchedulerClient()
                                .scheduleIfNotExists(jobsOfModule.instance(module.toString()), Instant.now())));
        Scheduler made = Scheduler.create(dataSource, jobsOfModule)
                .startTasks(lookForWork)
                .threads(THREADS)
                .pollingInterval(LOOK_FOR_WORK_EVERY)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .alwaysPersistTimestampInUTC()
                .failureLogging(LogLevel.WARN, true)
                .enableImmediateExecution()
                .build();
        made.start();
        scheduler = made;
    }

    private static BooleanSupplier stopping(ExecutionContext context) {
        return context.getSchedulerState()::isShuttingDown;
    }

    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}
