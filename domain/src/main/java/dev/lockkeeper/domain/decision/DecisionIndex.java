package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.lock.Revision;
import java.time.Duration;

/**
 * What decisions rest on, ready to be looked at: driven port. Active locks and those that a CRM is being asked for,
 * configurations, modules, users and profiles.
 *
 * <p>Whatever change was answered by this process is reflected by every look that begins after that. Changes answered by
 * other processes are reflected after a while, whose upper bound is known at every moment ({@link IndexStatus#lag}) and
 * beyond which nothing is answered. Safe for any number of threads at once.
 */
public interface DecisionIndex {

    /**
     * The facts that a question is about. An implementation that keeps them in memory answers at once, whatever the store
     * does.
     *
     * @param atLeast every change up to this revision is to be reflected
     * @throws dev.lockkeeper.domain.store.StoreUnavailable when the store would have to be asked and is away
     */
    LookOutcome look(Question question, Revision atLeast);

    /**
     * Waits until all that has been answered by this process so far, and every change up to a revision, is reflected.
     *
     * @param atMost how long
     */
    void await(Revision revision, Duration atMost);

    /** How it stands just now. */
    IndexStatus status();
}
