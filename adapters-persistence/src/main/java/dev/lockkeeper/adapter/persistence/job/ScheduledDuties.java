package dev.lockkeeper.adapter.persistence.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.lockkeeper.domain.job.Duties;
import dev.lockkeeper.domain.job.Duty;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@link Duties} by db-scheduler: a recurring task for each, with a table of their own. A process that has given no sign
 * of life for {@value #MISSED_HEARTBEATS} heartbeats is taken for dead, and what it was doing is given to another at
 * once. A duty that is known from before runs when it was to run, but no later than its interval from now.
 */
@Singleton
final class ScheduledDuties implements Duties {

    /** The fewest that db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final String TABLE = "scheduled_duties";
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Duration heartbeat;
    private @Nullable Scheduler scheduler;

    /** @param heartbeat how often a working process says that it is alive */
    ScheduledDuties(DataSource dataSource, @Value("${lockkeeper.jobs.heartbeat:2s}") Duration heartbeat) {
        // Micronaut Data's own data source hands out connections inside its transactions only.
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.heartbeat = heartbeat;
    }

    @Override
    public synchronized void start(List<Duty> duties) {
        List<RecurringTask<Void>> tasks =
                duties.stream().map(ScheduledDuties::task).toList();
        Scheduler made = Scheduler.create(dataSource)
                .startTasks(tasks)
                .tableName(TABLE)
                // None has to wait for another.
                .threads(Math.max(1, tasks.size()))
                .pollingInterval(LOOK_EVERY)
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

    private static RecurringTask<Void> task(Duty duty) {
        return Tasks.recurring(duty.name(), FixedDelay.of(duty.every()))
                .onFailureReschedule()
                .onDeadExecutionRevive()
                .execute((_, _) -> duty.work().run());
    }

    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}
