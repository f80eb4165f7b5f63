package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Records that may stand differently in the CRM, to be looked at: driven port. Every method is one atomic step, durable
 * when it is answered. Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface StaleRecords {

    /** Notes records; of one that is noted already, that it has to be looked at once more. */
    void note(ModuleId module, Collection<RecordId> records);

    /**
     * Takes records of one module, those noted first among them. Nobody else is given them until the lease has passed,
     * by the store's clock.
     *
     * @param limit at most so many
     * @return empty when there is nothing to look at
     */
    Optional<Batch> take(int limit, Duration lease);

    /** Forgets records that were looked at; those noted again, or taken by somebody else, since they were taken stay. */
    void looked(Batch batch);

    /** How many are to be looked at, taken or not. */
    long count();

    /**
     * Records to be looked at.
     *
     * @param taken which batch this is: a mark of the store
     */
    record Batch(ModuleId module, List<RecordId> records, long taken) {

        public Batch {
            records = List.copyOf(records);
        }
    }
}
