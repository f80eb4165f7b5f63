package dev.lockkeeper.domain.job;

import dev.lockkeeper.domain.catalog.ModuleId;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Has the jobs worked off, however many processes there are: driven port.
 *
 * <p>Whenever a module has a job that is not over, one worker of one process is given that module; no other is given it
 * until the first has returned, or has died. A worker that fails is called again later. Since nobody can tell a dead
 * process from a silent one for sure, a worker must come to no harm when another takes over.
 */
public interface JobWorkers extends AutoCloseable {

    /**
     * Begins to hand out work.
     *
     * @param worker works off the jobs of a module, until there are none left or it is told to stop
     */
    void start(BiConsumer<ModuleId, BooleanSupplier> worker);

    /** Tells the workers to stop, and waits a while for them to do so. */
    @Override
    void close();
}
