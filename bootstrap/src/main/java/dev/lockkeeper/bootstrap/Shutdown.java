package dev.lockkeeper.bootstrap;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the service in order: no new calls, the calls under way to their end, then the embedded database. A process that
 * was told to stop (SIGTERM, or SIGINT from a terminal) exits with 0.
 */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** Set where the parent does not pass on a signal that it gets: Maven ends without a word to what it runs. */
    private static final String STOP_WITH_PARENT = "lockkeeper.stop-with-parent";

    private final ApplicationContext context;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable EmbeddedDatabase database;

    Shutdown(ApplicationContext context) {
        this.context = context;
    }

    /** Stops this as well, after all else. */
    void then(EmbeddedDatabase embeddedDatabase) {
        this.database = embeddedDatabase;
    }

    /** Stops everything when the process is told to stop. */
    void onExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::runAndExit, "shutdown"));
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

    private void runAndExit() {
        if (!closed.get()) {
            LOG.info("Stopping");
            close();
            LOG.info("Stopped");
            // The JVM would report the signal as its exit status.
            Runtime.getRuntime().halt(0);
        }
    }

    /** Stops everything now, once: after a start that failed, the process then ends with that failure's status. */
    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        context.close();
        EmbeddedDatabase embedded = database;
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                LOG.warn("The embedded database did not stop in order", e);
            }
        }
    }
}
