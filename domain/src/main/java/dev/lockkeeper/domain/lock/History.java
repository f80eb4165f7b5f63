package dev.lockkeeper.domain.lock;

import java.time.Instant;

/**
 * The history of locks as something that grows: driven port. It is kept in parts, of which each has the changes that follow
 * those of the part before. Where a part has been forgotten, {@link Locks#history} tells the rest; locks that are active
 * stay whatever has been forgotten of them, and revisions go on.
 *
 * <p>Whoever changes locks does not wait for what happens here. Safe for any number of threads and processes at once; what
 * one of them is doing another leaves for the next time. So does whoever meets something that is in use.
 *
 * <p>Every method throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface History {

    /**
     * Has later changes begin a new part, unless the present one has none yet.
     *
     * @param ifBegunBy only where the present part began by then
     * @return whether a new part has begun
     */
    boolean beginPart(Instant now, Instant ifBegunBy);

    /**
     * Forgets the parts that ended by then, but never the latest change of all.
     *
     * @return how many parts were forgotten
     */
    int forgetParts(Instant endedBy);
}
