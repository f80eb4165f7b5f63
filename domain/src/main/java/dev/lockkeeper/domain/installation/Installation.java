package dev.lockkeeper.domain.installation;

/**
 * The state in which a store comes to life: driven port.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface Installation {

    /**
     * Makes everything of {@code firstRun} in one step, unless the store has any access token. Of any number of
     * processes that try at once, one succeeds.
     *
     * @return whether this call did it
     */
    boolean initialize(FirstRun firstRun);

    /**
     * Notes, the first time, who decides about the locks of this store, and answers who does. A store that has a
     * configuration, a lock or any history without a note was begun with {@link Authority#LOCAL}.
     *
     * @param asked who is to decide, if nothing says otherwise
     */
    Authority decidedBy(Authority asked);
}
