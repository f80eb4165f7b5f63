package dev.lockkeeper.domain.crm;

import java.time.Duration;
import java.time.Instant;

/**
 * The one access token that all processes call the CRM with, and who of them gets the next: driven port.
 *
 * <p>There is one for each set of credentials, of which only a fingerprint is known here. Every method is one atomic
 * step, durable when it is answered. Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away.
 */
public interface SharedTokens {

    /** Most tokens that are asked for within {@link #WINDOW}: one less than Zoho gives (contract, same section). */
    int MOST_IN_WINDOW = 9;

    /** See {@link #MOST_IN_WINDOW}. */
    Duration WINDOW = Duration.ofMinutes(10);

    /**
     * The token as it is now.
     *
     * @param credentials a fingerprint of what tokens are asked for with
     */
    SharedToken find(String credentials);

    /**
     * Lets the caller, and nobody else until the lease has passed, ask the CRM for the token after this generation.
     * Refused when there is a later one, another is asking, attempts are paused, the CRM does not accept the
     * credentials, or {@link #MOST_IN_WINDOW} attempts were made within {@link #WINDOW}.
     *
     * @param now at which pauses and leases have passed or not
     * @return whether the caller may; then this counts as an attempt
     */
    boolean claim(String credentials, long generation, Instant now, Duration lease);

    /** Puts the token after this generation in place, and ends the lease and any pause. Passed over if there is one. */
    void renewed(String credentials, long generation, String sealed, Instant expiresAt);

    /**
     * Notes that no token could be had, and ends the lease. Passed over if there is a later token.
     *
     * @param failure why, for people, without secrets
     * @param pausedUntil before which nobody is to try again
     * @param lettingIn false when there is no use in trying again with these credentials
     */
    void failed(String credentials, long generation, String failure, Instant pausedUntil, boolean lettingIn);
}
