package dev.lockkeeper.adapter.zoho.crm;

import java.time.Duration;
import java.time.Instant;

/** Whether Zoho can be called, and with which token. */
sealed interface Access {

    /**
     * With this token.
     *
     * @param generation of {@link dev.lockkeeper.domain.crm.SharedToken}
     * @param renewAt from when on another is to be got
     */
    record Granted(long generation, String token, Instant renewAt, Instant expiresAt) implements Access {

        /** So long before it ends a token is renewed (contract, section "Calling the real Zoho CRM"). */
        private static final Duration EARLY = Duration.ofMinutes(5);

        /** A token that ends then is renewed early, and one that does not last long at half of its time. */
        static Granted until(long generation, String token, Instant now, Instant expiresAt) {
            Duration half = Duration.between(now, expiresAt).dividedBy(2);
            return new Granted(generation, token, expiresAt.minus(EARLY.compareTo(half) < 0 ? EARLY : half), expiresAt);
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "Granted[" + generation + "]";
        }
    }

    /**
     * There is no token.
     *
     * @param lettingIn false when Zoho does not accept the credentials
     */
    record Denied(Duration retryAfter, String reason, boolean lettingIn) implements Access {}
}
