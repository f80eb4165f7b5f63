package dev.lockkeeper.bootstrap;

import dev.lockkeeper.domain.job.Duties;
import dev.lockkeeper.domain.job.JobWorkers;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the service in order: the work on jobs, no new calls, the calls under way to their end, then the embedded
 * database. A process that was told to stop (SIGTERM, or SIGINT from a terminal) exits with 0, whether or not its start
 * had come to an end.
 */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** Set where the parent does not pass on a signal that it gets: Maven ends without a word to what it runs. */
    private static final String STOP_WITH_PARENT = "lockkeeper.stop-with-parent";

    private final ApplicationContext context;
    private @Nullable EmbeddedDatabase database;
    private @Nullable JobWorkers workers;
    private @Nullable Duties duties;
    private boolean stopped;

    Shutdown(ApplicationContext context) {
        this.context = context;
    }

    /** Starts the embedded database, which is stopped after all else. Whoever wants to stop waits until it is there. */
    synchronized EmbeddedDatabase started(Path folder) {
        EmbeddedDatabase started = EmbeddedDatabase.start(folder);
        database = started;
        return started;
    }

    /** Has the workers stop before what they work with. */
    synchronized JobWorkers started(JobWorkers jobWorkers) {
        workers = jobWorkers;
        return jobWorkers;
    }

    /** As {@link #started(JobWorkers)}. */
    synchronized Duties started(Duties started) {
        duties = started;
        return started;
    }

    /** Stops everything when the process is told to stop. */
    void onExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndExit, "shutdown"));
        if (Boolean.getBoolean(STOP_WITH_PARENT)) {
            ProcessHandle.current().parent().ifPresent(Shutdown::exitAfter);
        }
    }

    private static void exitAfter(ProcessHandle parent) {
        Thread.ofVirtual().name("parent").start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private synchronized void stopAndExit() {
        if (!stopped) {
            LOG.info("Stopping");
            stop();
            LOG.info("Stopped");
            // The JVM would report the signal as its exit status.
            Runtime.getRuntime().halt(0);
        }
    }

    /**
     * Stops everything after a start that failed.
     *
     * @return false when the process was told to stop, which is why the start failed
     */
    synchronized boolean stopAfterFailure() {
        if (stopped) {
            return false;
        }
        stop();
        return true;
    }

    private void stop() {
        stopped = true;
        EmbeddedDatabase embedded = database;
        try {
            if (workers != null) {
                workers.close();
            }
            if (duties != null) {
                duties.close();
            }
            context.close();
        } finally {
            if (embedded != null) {
                stop(embedded);
            }
        }
    }

    private static void stop(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            LOG.warn("The embedded database did not stop in order", e);
        }
    }
}
