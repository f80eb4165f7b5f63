package dev.lockkeeper.domain.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The access token that all processes call the CRM with, as {@link SharedTokens} keeps it.
 *
 * @param generation rises with each token; 0 before the first
 * @param sealed the token, encrypted by who stored it; null before the first
 * @param expiresAt when it ends; null before the first
 * @param pausedUntil before which nobody is to ask for another; null when one may
 * @param failure what the last attempt to get another failed with, for people, without secrets; null when it did not
 * @param lettingIn false when the CRM does not accept the credentials; while they are the same there is no use in asking
 */
public record SharedToken(
        long generation,
        @Nullable String sealed,
        @Nullable Instant expiresAt,
        @Nullable Instant pausedUntil,
        @Nullable String failure,
        boolean lettingIn) {

    /** Before the first token. */
    public static SharedToken none() {
        return new SharedToken(0, null, null, null, null, true);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "SharedToken[" + generation + "]";
    }
}
